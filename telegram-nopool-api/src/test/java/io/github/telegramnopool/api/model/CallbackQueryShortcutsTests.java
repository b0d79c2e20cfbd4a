// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

import java.time.Instant;

import io.github.telegramnopool.api.method.AnswerCallbackQuery;
import io.github.telegramnopool.api.method.DeleteMessage;
import io.github.telegramnopool.api.method.EditMessageText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CallbackQueryShortcutsTests {

	private final Chat chat = Chat.of(5, ChatType.PRIVATE);

	private final CallbackQuery query = CallbackQuery.of("q1", User.of(42, false, "Ada"), "c1");

	@Test
	void answers() {
		assertThat(this.query.answer()).isEqualTo(AnswerCallbackQuery.of("q1"));
		assertThat(this.query.answer("Saved"))
			.isEqualTo(AnswerCallbackQuery.builder().callbackQueryId("q1").text("Saved").build());
		assertThat(this.query.alert("Full"))
			.isEqualTo(AnswerCallbackQuery.builder().callbackQueryId("q1").text("Full").showAlert(true).build());
	}

	@Test
	void editsMessageOfTheButton() {
		EditMessageText edit = at(Message.of(7, Instant.EPOCH, this.chat)).editText("Hi");
		assertThat(edit).isEqualTo(EditMessageText.builder().chatId(5).messageId(7).text("Hi").build());
	}

	@Test
	void editsMessageThatIsNoLongerAccessible() {
		EditMessageText edit = at(InaccessibleMessage.of(this.chat, 7, Instant.EPOCH)).editText("Hi");
		assertThat(edit).isEqualTo(EditMessageText.builder().chatId(5).messageId(7).text("Hi").build());
	}

	@Test
	void editsMessageOfABusiness() {
		Message message = Message.of(7, Instant.EPOCH, this.chat).toBuilder().businessConnectionId("b1").build();
		assertThat(at(message).editText("Hi"))
			.isEqualTo(EditMessageText.builder().businessConnectionId("b1").chatId(5).messageId(7).text("Hi").build());
	}

	@Test
	void editsMessageThatWasSentInline() {
		CallbackQuery inline = this.query.toBuilder().inlineMessageId("i1").build();
		assertThat(inline.editText("Hi")).isEqualTo(EditMessageText.builder().inlineMessageId("i1").text("Hi").build());
	}

	@Test
	void deletesOnlyWhatTheBotCanName() {
		Message message = Message.of(7, Instant.EPOCH, this.chat);
		assertThat(at(message).deleteMessage()).isEqualTo(DeleteMessage.of(5, 7));
		assertThatIllegalStateException().isThrownBy(this.query::deleteMessage)
			.withMessage("deleteMessage() needs 'message.chat.id', which this CallbackQuery doesn't have");
		assertThatIllegalStateException()
			.isThrownBy(at(message.toBuilder().businessConnectionId("b1").build())::deleteMessage)
			.withMessageContaining("can't say the 'message.business_connection_id'");
	}

	private CallbackQuery at(MaybeInaccessibleMessage message) {
		return this.query.toBuilder().message(message).build();
	}

}
