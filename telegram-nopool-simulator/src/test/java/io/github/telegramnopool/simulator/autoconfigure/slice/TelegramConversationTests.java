// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@TelegramBotTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramConversationTests {

	private static final byte[] PICTURE = { 1, 2, 3 };

	private final Set<Long> users = new HashSet<>();

	@Test
	void buttonsArePressed(TelegramConversation conversation) {
		assertThat(conversation.write("/menu")).answers("What will you have?").showsButtons("Tea", "Coffee");
		assertThat(conversation.press("Tea")).notifies("It is hot").edits("Here is your tea").showsButtons();
	}

	@Test
	void pressingWaitsForTheButton(TelegramConversation conversation) {
		assertThat(conversation.write("/menu").press("Coffee")).edits("Here is your coffee");
		assertThat(conversation.write("/menu").press("tea")).edits("Here is your tea");
	}

	@Test
	void buttonOfTheKeyboardWritesItsText(TelegramConversation conversation) {
		assertThat(conversation.write("/sure").press("Yes")).answers("So be it");
	}

	@Test
	void answersAreReadOneAfterTheOther(TelegramConversation conversation) {
		assertThat(conversation.write("/twice")).answers("one").answersContaining("wo").saysNothing();
		Message answer = conversation.write("/start").answer();
		assertThat(answer.text()).isEqualTo("Hello in private");
		assertThat(conversation.write("/start"))
			.answersSatisfying((message) -> assertThat(message.replyMarkup()).isNull());
	}

	@Test
	void whatWasNotReadIsPassedOver(TelegramConversation conversation) throws InterruptedException {
		conversation.write("/twice");
		conversation.bot().await(conversation.chat()::transcript, (said) -> said.size() == 3, Duration.ofSeconds(10));
		assertThat(conversation.write("/start")).answers("Hello in private").saysNothing();
	}

	@Test
	void photosFilesAndRepliesAreSent(TelegramConversation conversation) {
		assertThat(conversation.sendPhoto(PICTURE, "look")).answers("A photo: look");
		assertThat(conversation.sendPhoto(PICTURE)).answers("A photo: null");
		assertThat(conversation.sendDocument("a.txt", PICTURE)).answers("A file: a.txt");
		assertThat(conversation.reply("really?")).answers("To that I say no");
	}

	@Test
	void peopleMeetInGroups(TelegramConversation conversation) {
		TelegramConversation group = conversation.inGroup("Friends");
		assertThat(group.write("/start")).answers("Hello in supergroup");
		TelegramConversation other = conversation.asAnotherUser().inGroup("Friends");
		assertThat(other.chat().id()).isEqualTo(group.chat().id());
		assertThat(other.user().id()).isNotEqualTo(group.user().id());
		// The bot sees no ordinary messages there
		assertThat(other.write("Yes")).saysNothing();
		conversation.bot().readsAllGroupMessages(true);
		assertThat(group.asUser(8).write("Yes")).answers("So be it");
		conversation.bot().readsAllGroupMessages(false);
		assertThat(conversation.write("/start")).answers("Hello in private");
	}

	@Test
	void groupOfTheSameTitleIsAnotherOneInAnotherTest(TelegramConversation conversation) {
		assertThat(conversation.inGroup("Friends").chat().transcript()).hasSize(1);
	}

	@Test
	void everybodyHasAPrivateChat(TelegramConversation conversation) {
		TelegramConversation other = conversation.asUser(8);
		assertThat(other.write("/start")).answers("Hello in private");
		assertThat(other.chat().id()).isEqualTo(8);
		assertThat(conversation).saysNothing();
		assertThat(conversation.chat().transcript()).isEmpty();
	}

	@RepeatedTest(3)
	void beginsWithACleanChat(TelegramConversation conversation, TelegramSimulator simulator) {
		assertThat(this.users.add(conversation.user().id())).isTrue();
		assertThat(conversation.chat().transcript()).isEmpty();
		assertThat(conversation.write("/start")).answers("Hello in private");
		// Not for the next one
		simulator.script(ScriptedFault.on("sendMessage").status(400).build());
	}

	@Test
	void saysWhatHasToComeFirst(TelegramConversation conversation) {
		assertThatIllegalStateException().isThrownBy(() -> conversation.reply("x"))
			.withMessageContaining("No answer was read yet");
		assertThatIllegalStateException().isThrownBy(() -> assertThat(conversation).showsButtons())
			.withMessageContaining("No answer was read yet");
		assertThatIllegalStateException().isThrownBy(() -> assertThat(conversation).notifies("x"))
			.withMessageContaining("No button was pressed");
	}

}
