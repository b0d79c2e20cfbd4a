// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class LimitsTests {

	private final Limits limits = Limits.of("Boat");

	@Test
	void whatIsNotSetHasNoLimit() {
		assertThatNoException().isThrownBy(() -> this.limits.characters("name", null, 1, 2)
			.bytes("name", null, 1, 2)
			.items("crew", null, 1, 2)
			.range("length", null, 1, 2)
			.oneOf("seats", null, 1, 2)
			.nonZero("id", null)
			.atMostOne("sail", null, "motor", null));
	}

	@Test
	void saysOneUnitOrSeveral() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.limits.bytes("name", "x", 2, 3))
			.withMessage("Boat: 'name' has 1 byte, but Telegram takes 2-3");
		assertThatIllegalArgumentException().isThrownBy(() -> this.limits.items("crew", List.of(), 2, 3))
			.withMessage("Boat: 'crew' has 0 items, but Telegram takes 2-3");
	}

	@Test
	void saysRangeThatBeginsBelowZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.limits.range("depth", 2L, -1, 1))
			.withMessage("Boat: 'depth' is 2, but Telegram takes -1 to 1");
	}

	@Test
	void namesAllThatIsSetTooMuch() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.limits.exactlyOne("sail", "s", "motor", 1, "oars", true, "tow", false))
			.withMessage("Boat takes only one of 'sail' and 'motor' and 'oars'");
		assertThatIllegalStateException().isThrownBy(() -> this.limits.exactlyOne("sail", null, "tow", false))
			.withMessage("Boat needs one of 'sail', 'tow'");
	}

}
