// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LimitWriterTests {

	private final Schema schema = Schema.load();

	private final Overlay overlay = Overlay.load();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			answerCallbackQuery | .characters("text", this.text, 0, 200)
			sendMessage | .characters("text", this.text, 1, Integer.MAX_VALUE)
			InlineKeyboardButton | .bytes("callbackData", this.callbackData, 1, 64)
			sendMediaGroup | .items("media", this.media, 2, 10)
			getUpdates | .range("timeout", this.timeout, 0L, Long.MAX_VALUE)
			sendLocation | .range("livePeriod", this.livePeriod, 60L, 86400L, 2147483647L)
			sendMessageDraft | .nonZero("draftId", this.draftId)
			giftPremiumSubscription | .oneOf("monthCount", this.monthCount, 3L, 6L, 12L)
			InlineQueryResultsButton | .exactlyOne("webApp", this.webApp, "startParameter", this.startParameter)
			sendPoll | .atMostOne("openPeriod", this.openPeriod, "closeDate", this.closeDate)
			sendGift | .needs("'userId' or 'chatId'", this.userId != null || this.chatId != null)
			""", quoteCharacter = '`')
	void writesCallForLimit(String owner, String call) {
		assertThat(limits(owner).write().toString()).contains(call);
	}

	@Test
	void wordsGroupsOfParameters() {
		assertThat(limits("getGameHighScores").write().toString())
			.contains("(\"'chatId' and 'messageId', or 'inlineMessageId'\", "
					+ "this.chatId != null && this.messageId != null || this.inlineMessageId != null)");
	}

	@Test
	void writesNothingWhereNothingIsToCheck() {
		assertThat(limits("deleteMessage").write().isEmpty()).isTrue();
		assertThat(limits("deleteMessage").hasLimit()).isFalse();
	}

	/**
	 * Where the documentation gives a length of a text that can have markup, and doesn't
	 * say that it is counted after parsing, the overlay has to.
	 */
	@Test
	void noMaximumOfTextWithMarkup() {
		Stream<String> types = this.schema.types().stream().flatMap((type) -> unsure(type.name(), type.fields()));
		Stream<String> methods = this.schema.methods()
			.stream()
			.flatMap((method) -> unsure(method.name(), method.params()));
		assertThat(Stream.concat(types, methods)).hasSize(7).allSatisfy((place) -> {
			int dot = place.indexOf('.');
			assertThat(this.overlay.hasOpenLimit(place.substring(0, dot), place.substring(dot + 1))).isTrue();
		});
	}

	private static Stream<String> unsure(String owner, List<Schema.Field> fields) {
		List<String> names = fields.stream().map(Schema.Field::name).toList();
		return fields.stream()
			.filter((field) -> field.maxLength() != null && !field.afterEntities())
			.map(Schema.Field::name)
			.filter((name) -> names.contains(name + "_parse_mode")
					|| (names.contains("parse_mode") && List.of("text", "message_text", "caption").contains(name)))
			.map((name) -> owner + "." + name);
	}

	private LimitWriter limits(String owner) {
		return new LimitWriter(this.overlay, owner, this.schema.fieldsOf(owner));
	}

}
