// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.CopyMessage;
import io.github.telegramnopool.api.method.DeleteBusinessMessages;
import io.github.telegramnopool.api.method.DeleteMessage;
import io.github.telegramnopool.api.method.EditMessageReplyMarkup;
import io.github.telegramnopool.api.method.EditMessageText;
import io.github.telegramnopool.api.method.ForwardMessage;
import io.github.telegramnopool.api.method.PinChatMessage;
import io.github.telegramnopool.api.method.SendChatAction;
import io.github.telegramnopool.api.method.SendChecklist;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.method.SendPhoto;
import io.github.telegramnopool.api.method.SendPoll;
import io.github.telegramnopool.api.method.SetMessageReaction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MessageShortcutsTests {

	private final Message message = Message.of(7, Instant.EPOCH, Chat.of(5, ChatType.PRIVATE));

	private final Message inTopic = this.message.toBuilder().messageThreadId(3).isTopicMessage(true).build();

	private final Message inBusiness = this.message.toBuilder().businessConnectionId("b1").build();

	private final Message inDirectMessages = this.message.toBuilder()
		.directMessagesTopic(DirectMessagesTopic.of(9))
		.build();

	@Test
	void answersInItsChat() {
		assertThat(this.message.answer("Hi")).isEqualTo(SendMessage.of(5, "Hi"));
		InputFile photo = InputFile.fileId("AgAC");
		assertThat(this.message.answerPhoto(photo)).isEqualTo(SendPhoto.of(5, photo));
	}

	@Test
	void repliesToItself() {
		assertThat(this.message.reply("Hi")).isEqualTo(SendMessage.builder()
			.chatId(5)
			.text("Hi")
			.replyParameters(ReplyParameters.builder().messageId(7).build())
			.build());
	}

	@Test
	void takesWhatOftenGoesWithIt() {
		InputFile photo = InputFile.fileId("AgAC");
		assertThat(this.message.answerPhoto(photo, "Look"))
			.isEqualTo(SendPhoto.builder().chatId(5).photo(photo).caption("Look").build());
		InlineKeyboardMarkup keyboard = InlineKeyboardMarkup.of(List.of());
		assertThat(this.message.answer("Choose", keyboard))
			.isEqualTo(SendMessage.builder().chatId(5).text("Choose").replyMarkup(keyboard).build());
		assertThat(this.message.editText("Choose", keyboard))
			.isEqualTo(EditMessageText.builder().chatId(5).messageId(7).text("Choose").replyMarkup(keyboard).build());
	}

	@Test
	void leadsOnToEverythingElse() {
		SendMessage quiet = this.message.answer("Hi").toBuilder().disableNotification(true).build();
		assertThat(quiet).isEqualTo(SendMessage.builder().chatId(5).text("Hi").disableNotification(true).build());
	}

	@Test
	void staysInItsTopic() {
		assertThat(this.inTopic.answer("Hi").messageThreadId()).isEqualTo(3);
		assertThat(this.inTopic.reply("Hi").messageThreadId()).isEqualTo(3);
		assertThat(this.inTopic.typing().messageThreadId()).isEqualTo(3);
	}

	@Test
	void takesThreadOfRepliesForNoTopic() {
		Message inThread = this.message.toBuilder().messageThreadId(3).build();
		assertThat(inThread.answer("Hi").messageThreadId()).isNull();
	}

	@Test
	void staysInItsBusinessConnection() {
		assertThat(this.inBusiness.reply("Hi").businessConnectionId()).isEqualTo("b1");
		assertThat(this.inBusiness.editText("Hi").businessConnectionId()).isEqualTo("b1");
		assertThat(this.inBusiness.pin())
			.isEqualTo(PinChatMessage.builder().businessConnectionId("b1").chatId(5).messageId(7).build());
		assertThat(this.inBusiness.deleteBusinessMessage()).isEqualTo(DeleteBusinessMessages.of("b1", List.of(7)));
	}

	@Test
	void refusesWhatWouldHitAnotherMessageThanThatOfTheBusiness() {
		assertThatIllegalStateException().isThrownBy(this.inBusiness::delete)
			.withMessage("delete() would go astray: deleteMessage can't say the 'business_connection_id' that this "
					+ "Message has");
		assertThatIllegalStateException().isThrownBy(() -> this.inBusiness.forward(8));
		assertThatIllegalStateException().isThrownBy(() -> this.inBusiness.react(ReactionEmoji.FIRE));
	}

	@Test
	void refusesWhatNeedsABusinessConnection() {
		InputChecklist checklist = InputChecklist.of("Before departure", List.of(InputChecklistTask.of(1, "Fenders")));
		assertThat(this.inBusiness.answerChecklist(checklist)).isEqualTo(SendChecklist.of("b1", 5, checklist));
		assertThatIllegalStateException().isThrownBy(() -> this.message.answerChecklist(checklist))
			.withMessage("answerChecklist() needs 'business_connection_id', which this Message doesn't have");
	}

	@Test
	void staysInItsTopicOfDirectMessages() {
		assertThat(this.inDirectMessages.answer("Hi").directMessagesTopicId()).isEqualTo(9);
		assertThat(this.inDirectMessages.reply("Hi").directMessagesTopicId()).isEqualTo(9);
	}

	@Test
	void takesListAlsoAsSingleValues() {
		InputPollOption yes = InputPollOption.of("Yes");
		InputPollOption no = InputPollOption.of("No");
		assertThat(this.message.answerPoll("Well?", yes, no)).isEqualTo(SendPoll.of(5, "Well?", List.of(yes, no)))
			.isEqualTo(this.message.answerPoll("Well?", List.of(yes, no)));
	}

	@Test
	void changesItself() {
		assertThat(this.message.editText("Hi"))
			.isEqualTo(EditMessageText.builder().chatId(5).messageId(7).text("Hi").build());
		assertThat(this.message.removeReplyMarkup())
			.isEqualTo(EditMessageReplyMarkup.builder().chatId(5).messageId(7).build());
		assertThat(this.message.delete()).isEqualTo(DeleteMessage.of(5, 7));
	}

	@Test
	void goesToOtherChats() {
		assertThat(this.message.forward(8)).isEqualTo(ForwardMessage.of(8, 5, 7))
			.isEqualTo(this.message.forward(ChatId.of(8)));
		assertThat(this.message.copy("@tide_tables")).isEqualTo(CopyMessage.of(ChatId.of("@tide_tables"), 5, 7));
	}

	@Test
	void reacts() {
		ReactionType fire = ReactionTypeEmoji.of(ReactionEmoji.FIRE);
		SetMessageReaction reaction = SetMessageReaction.builder()
			.chatId(5)
			.messageId(7)
			.reaction(List.of(fire))
			.build();
		assertThat(this.message.react(ReactionEmoji.FIRE)).isEqualTo(reaction).isEqualTo(this.message.react(fire));
		assertThat(this.message.react()).isEqualTo(reaction.toBuilder().reaction(List.of()).build());
	}

	@Test
	void showsWhatTheBotIsDoing() {
		assertThat(this.message.typing()).isEqualTo(SendChatAction.of(5, ChatAction.TYPING))
			.isEqualTo(this.message.chatAction(ChatAction.TYPING));
	}

}
