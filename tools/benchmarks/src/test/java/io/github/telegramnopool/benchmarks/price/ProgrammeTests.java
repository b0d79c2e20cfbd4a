// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.util.List;

import io.github.telegramnopool.benchmarks.figures.Bar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeTests {

	private final List<Scenario> scenarios = Programme.scenarios();

	@Test
	void eachScenarioHasANameOfItsOwn() {
		assertThat(this.scenarios).extracting(Scenario::name).doesNotHaveDuplicates();
	}

	@Test
	void eachBarIsAboutAScenarioThatIsRunAndAFigureThatIsTold() {
		assertThat(Programme.bars()).hasSizeGreaterThan(15).allSatisfy(this::isMeasured);
	}

	@Test
	void eachPanelIsAboutAScenario() {
		assertThat(Programme.chart().panels())
			.allSatisfy((panel) -> assertThat(this.scenarios).extracting(Scenario::name).contains(panel.scenario()));
	}

	private void isMeasured(Bar bar) {
		assertThat(this.scenarios).filteredOn((scenario) -> scenario.name().equals(bar.scenario()))
			.singleElement()
			.satisfies((scenario) -> assertThat(scenario.measures()).contains(bar.measure()))
			.matches((scenario) -> !scenario.family().startsWith("more-"));
	}

}
