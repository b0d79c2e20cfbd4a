// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

import java.time.Instant;
import java.util.List;

import io.github.telegramnopool.api.method.AnswerChatJoinRequestQuery;
import io.github.telegramnopool.api.method.AnswerInlineQuery;
import io.github.telegramnopool.api.method.AnswerPreCheckoutQuery;
import io.github.telegramnopool.api.method.AnswerShippingQuery;
import io.github.telegramnopool.api.method.ApproveChatJoinRequest;
import io.github.telegramnopool.api.method.DeclineChatJoinRequest;
import io.github.telegramnopool.api.method.EditMessageText;
import io.github.telegramnopool.api.method.SendMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Answers what asks for an answer.
 */
class QueryShortcutsTests {

	private final User ada = User.of(42, false, "Ada");

	@Test
	void answersInlineQuery() {
		InlineQuery query = InlineQuery.of("q1", this.ada, "tide", "");
		InlineQueryResult game = InlineQueryResultGame.of("1", "regatta");
		assertThat(query.answer(game)).isEqualTo(AnswerInlineQuery.of("q1", List.of(game)))
			.isEqualTo(query.answer(List.of(game)));
	}

	@Test
	void editsWhatWasChosenInline() {
		ChosenInlineResult chosen = ChosenInlineResult.of("1", this.ada, "tide");
		assertThat(chosen.toBuilder().inlineMessageId("i1").build().editText("Low"))
			.isEqualTo(EditMessageText.builder().inlineMessageId("i1").text("Low").build());
		assertThatIllegalStateException().isThrownBy(() -> chosen.editText("Low"))
			.withMessage("editText() needs 'inline_message_id', which this ChosenInlineResult doesn't have");
	}

	@Test
	void answersShippingQuery() {
		ShippingQuery query = ShippingQuery.of("q1", this.ada, "order-7",
				ShippingAddress.of("NO", "", "Bergen", "Bryggen 1", "", "5003"));
		ShippingOption option = ShippingOption.of("post", "Post", List.of(LabeledPrice.of("Post", 500)));
		assertThat(query.answer(option)).isEqualTo(
				AnswerShippingQuery.builder().shippingQueryId("q1").ok(true).shippingOptions(List.of(option)).build());
		assertThat(query.reject("Too far"))
			.isEqualTo(AnswerShippingQuery.builder().shippingQueryId("q1").ok(false).errorMessage("Too far").build());
	}

	@Test
	void answersPreCheckoutQuery() {
		PreCheckoutQuery query = PreCheckoutQuery.of("q1", this.ada, Currency.XTR, 100, "order-7");
		assertThat(query.approve()).isEqualTo(AnswerPreCheckoutQuery.of("q1", true));
		assertThat(query.reject("Sold out")).isEqualTo(
				AnswerPreCheckoutQuery.builder().preCheckoutQueryId("q1").ok(false).errorMessage("Sold out").build());
	}

	@Test
	void answersRequestToJoin() {
		ChatJoinRequest request = ChatJoinRequest.of(Chat.of(-100, ChatType.SUPERGROUP), this.ada, 43, Instant.EPOCH);
		assertThat(request.approve()).isEqualTo(ApproveChatJoinRequest.of(-100, 42));
		assertThat(request.decline()).isEqualTo(DeclineChatJoinRequest.of(-100, 42));
		assertThat(request.answer("Who are you?")).isEqualTo(SendMessage.of(43, "Who are you?"));
		assertThat(request.toBuilder().queryId("q1").build().answerQuery(ChatJoinRequestResult.QUEUE))
			.isEqualTo(AnswerChatJoinRequestQuery.of("q1", ChatJoinRequestResult.QUEUE));
		assertThatIllegalStateException().isThrownBy(() -> request.answerQuery(ChatJoinRequestResult.QUEUE))
			.withMessage("answerQuery() needs 'query_id', which this ChatJoinRequest doesn't have");
	}

}
