// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class OverlayTests {

	private final Schema schema = Schema.load();

	@Test
	void speaksOfWhatIsThere() {
		assertThatNoException().isThrownBy(() -> Overlay.load().check(this.schema));
	}

	@Test
	void rejectsUnknownOwnerOfChoice() {
		assertThatIllegalStateException().isThrownBy(() -> check(choice("sendPol", List.of("open_period"), null)))
			.withMessage("overlay.json speaks of 'sendPol', which is neither a type nor a method of the schema");
	}

	@Test
	void rejectsUnknownOptionOfChoice() {
		assertThatIllegalStateException()
			.isThrownBy(() -> check(choice("sendPoll", List.of("open_period", "chat_id+closed"), null)))
			.withMessage("overlay.json speaks of 'sendPoll.closed', which the schema doesn't have");
	}

	@Test
	void rejectsUnknownExceptionOfChoice() {
		assertThatIllegalStateException().isThrownBy(() -> check(choice("KeyboardButton", null, List.of("colour"))))
			.withMessage("overlay.json speaks of 'KeyboardButton.colour', which the schema doesn't have");
	}

	@Test
	void rejectsChoiceWithoutOptions() {
		assertThatIllegalStateException().isThrownBy(() -> check(choice("sendPoll", null, null)))
			.withMessage("The choice of [sendPoll] in overlay.json has to say either 'of' or 'allBut'");
	}

	@Test
	void rejectsUnknownPlaceOfOpenLimit() {
		Overlay overlay = overlay(List.of(), Map.of("sendPoll.questions", "counted after parsing"));
		assertThatIllegalStateException().isThrownBy(() -> overlay.check(this.schema))
			.withMessage("overlay.json speaks of 'sendPoll.questions', which the schema doesn't have");
	}

	@Test
	void choiceOfAllButSomeLeavesOutWhatIsRequired() {
		Choice choice = choice("KeyboardButton", null, List.of("icon_custom_emoji_id", "style"));
		assertThat(choice.options(this.schema.fieldsOf("KeyboardButton"))).contains(List.of("request_users"))
			.doesNotContain(List.of("text"), List.of("style"))
			.hasSize(7);
	}

	private void check(Choice choice) {
		overlay(List.of(choice), Map.of()).check(this.schema);
	}

	private static Choice choice(String owner, @Nullable List<String> of, @Nullable List<String> allBut) {
		return new Choice(List.of(owner), Choice.Rule.AT_MOST_ONE, of, allBut);
	}

	private static Overlay overlay(List<Choice> choices, Map<String, String> openLimits) {
		return new Overlay(Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), choices, openLimits);
	}

}
