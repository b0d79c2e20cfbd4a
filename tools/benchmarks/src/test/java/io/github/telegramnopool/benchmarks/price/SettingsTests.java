// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SettingsTests {

	@Test
	void hasDefaults() {
		assertThat(Settings.of("only=", "ours="))
			.isEqualTo(new Settings(Path.of("target/price"), 5, List.of(), 1, List.of()));
	}

	@Test
	void readsArguments() {
		Settings settings = Settings.of("rounds=2", "scale=0.1", "only=calls,reply",
				"ours=telegram.http.hedge-after=0 telegram.http.connect-ahead=true");
		assertThat(settings.only()).containsExactly("calls", "reply");
		assertThat(settings.given()).containsExactly("telegram.http.hedge-after=0", "telegram.http.connect-ahead=true");
		assertThat(settings.scaled(5)).isEqualTo(1);
		assertThat(settings.scaled(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void refusesWhatIsNoSetting() {
		assertThatIllegalArgumentException().isThrownBy(() -> Settings.of("calls")).withMessageContaining("'calls'");
	}

	@Test
	void leavesOutWhatTakesLongUnlessAskedFor() {
		List<Scenario> scenarios = Programme.scenarios();
		assertThat(scenarios.stream().filter(Settings.of()::isWanted)).extracting(Scenario::family)
			.contains("calls", "faults", "start")
			.doesNotContain("more-faults");
		assertThat(scenarios.stream().filter(Settings.of("only=more-faults")::isWanted)).hasSize(2);
	}

}
