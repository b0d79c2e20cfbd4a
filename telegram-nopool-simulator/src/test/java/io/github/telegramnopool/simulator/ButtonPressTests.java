// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ButtonPressTests {

	private static final String TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

	private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final TelegramSimulator simulator = TelegramSimulator.builder().clock(this.clock).build().start();

	private final WorldCalls world = new WorldCalls(this.simulator);

	private final SimulatedUser ada = this.world.bot().user(7);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	@DisplayName("JsonCallbackQuery: who pressed which button of which message")
	void pressIsAQueryThatIsAnsweredOnce() {
		long message = send();
		ButtonPress press = this.ada.chat().press(this.ada, message, "Yes");
		JsonNode query = this.world.update("callback_query");
		assertThat(query.get("id").stringValue()).isEqualTo(press.id());
		assertThat(query.get("data").stringValue()).isEqualTo("y");
		assertThat(query.at("/from/id").intValue()).isEqualTo(7);
		assertThat(query.at("/message/message_id").longValue()).isEqualTo(message);
		assertThat(query.get("chat_instance").stringValue()).isNotEmpty();
		assertThat(press.answer()).isNull();
		String answer = "answerCallbackQuery?text=Noted&show_alert=true&callback_query_id=" + press.id();
		this.world.ok(answer);
		assertThat(press.answer().get("text").stringValue()).isEqualTo("Noted");
		assertThat(press.answer().get("show_alert").booleanValue()).isTrue();
		assertThat(this.world.refused(answer)).isEqualTo(TOO_OLD);
	}

	@Test
	@DisplayName("QUERY_ID_INVALID: an unknown query, and one that waited too long")
	void lateAnswerIsRefused() {
		ButtonPress press = this.ada.chat().press(this.ada, send(), "y");
		this.clock.advance(Duration.ofSeconds(150));
		assertThat(this.world.refused("answerCallbackQuery?callback_query_id=" + press.id())).isEqualTo(TOO_OLD);
		assertThat(this.world.refused("answerCallbackQuery?callback_query_id=nonsense")).isEqualTo(TOO_OLD);
	}

	@Test
	void queryThatWasPushedCanBeAnswered() {
		this.world.bot().push("{\"callback_query\":{\"id\":\"q\"}}");
		this.world.ok("answerCallbackQuery?callback_query_id=q");
	}

	@Test
	void buttonThatIsNotThereIsExplained() {
		long message = send();
		assertThatIllegalArgumentException().isThrownBy(() -> this.ada.chat().press(this.ada, message, "Maybe"))
			.withMessageContaining("has no button \"Maybe\"");
		assertThatIllegalArgumentException().isThrownBy(() -> this.ada.chat().press(this.ada, message, "Site"))
			.withMessageContaining("does not call the bot");
		assertThatIllegalArgumentException().isThrownBy(() -> this.ada.chat().press(this.ada, 99, "Yes"))
			.withMessageContaining("has no message 99");
	}

	private long send() {
		return this.world.ok("sendMessage?chat_id=7&text=Sure&reply_markup="
				+ BotCalls.encode("{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}],"
						+ "[{\"text\":\"Site\",\"url\":\"https://a.test\"}]]}"))
			.get("message_id")
			.longValue();
	}

}
