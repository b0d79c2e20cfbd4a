// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import java.time.Duration;

import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a test that fails is told.
 */
@TelegramBotTest(properties = "telegram.simulator.patience=1500ms")
class TelegramConversationFailureTests {

	/**
	 * The first answer of a bot may take longer than the patience of these tests.
	 */
	@BeforeEach
	void awaitTheFirstAnswer(TelegramConversation conversation) throws InterruptedException {
		SimulatedBot bot = conversation.bot();
		bot.write(1, "/start");
		bot.await(bot::pending, (pending) -> pending == 0, Duration.ofSeconds(30));
	}

	@Test
	void showsTheChatWhenNothingCame(TelegramConversation conversation) {
		conversation.write("/menu").answer();
		AssertionError failure = failure(() -> conversation.write("Hm").answer());
		assertThat(failure).hasMessageContainingAll("No answer came within 1500 ms.",
				"Private chat of user " + conversation.user().id() + ":",
				"user " + conversation.user().id() + ": /menu", ": What will you have? [Tea] [Coffee]",
				"The bot has handled every update that it asks for.");
		assertThat(failure).hasNoSuppressedExceptions();
	}

	@Test
	void showsWhyAListenerFailed(TelegramConversation conversation) {
		AssertionError failure = failure(() -> assertThat(conversation.write("/broken")).answers("Done"));
		assertThat(failure)
			.hasMessageContaining("a listener failed with java.lang.IllegalStateException: The kettle is broken");
		assertThat(failure.getSuppressed()).singleElement()
			.satisfies((suppressed) -> assertThat(suppressed).hasMessage("The kettle is broken"));
	}

	@Test
	void showsWhyAReplyFailed(TelegramConversation conversation) {
		assertThat(failure(() -> conversation.write("/refused").answer())).hasMessageContaining("a reply failed with")
			.hasMessageContaining("can't parse entities");
	}

	@Test
	void showsWhatElseWasSaid(TelegramConversation conversation) {
		assertThat(failure(() -> assertThat(conversation.write("/start")).as("greeting").answers("Goodbye")))
			.hasMessageContainingAll("[greeting] Expected the answer \"Goodbye\", but it is \"Hello in private\".",
					": /start", ": Hello in private");
		assertThat(failure(() -> assertThat(conversation.write("/start")).answersContaining("x")))
			.hasMessageContaining("Expected an answer with \"x\" in it, but it is \"Hello in private\".");
		assertThat(failure(() -> assertThat(conversation.write("/start"))
			.answersSatisfying((message) -> assertThat(message.messageId()).isNegative())))
			.hasMessageContaining("The answer is not as expected:");
		assertThat(failure(() -> assertThat(conversation.write("/start")).saysNothing()))
			.hasMessageContaining("Expected the bot to say nothing, but it said \"Hello in private\".");
	}

	@Test
	void showsWhatIsWrongWithButtons(TelegramConversation conversation) {
		assertThat(failure(() -> conversation.press("Milk"))).hasMessageContainingAll(
				"There is no button \"Milk\" after 1500 ms.", "Private chat of user", ": nothing was said.");
		assertThat(failure(() -> assertThat(conversation.write("/menu")).answers("What will you have?").showsButtons()))
			.hasMessageContaining("Expected the buttons [] below the message, but they are [Tea, Coffee].");
		assertThat(failure(() -> assertThat(conversation.press("Tea")).notifies("Cold")))
			.hasMessageContaining("Expected the notification \"Cold\", but it is \"It is hot\".");
		assertThat(failure(() -> assertThat(conversation).edits("Cold")))
			.hasMessageContaining("No message was edited to \"Cold\" within 1500 ms.");
	}

	@Test
	void showsWhatWasSent(TelegramConversation conversation) {
		conversation.sendPhoto(new byte[] { 1 }, "look").answer();
		assertThat(failure(conversation::answer)).hasMessageContaining(": (photo) look");
	}

	private static AssertionError failure(ThrowingCallable action) {
		return catchThrowableOfType(AssertionError.class, action);
	}

}
