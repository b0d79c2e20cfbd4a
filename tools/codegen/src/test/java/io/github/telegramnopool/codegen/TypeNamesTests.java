// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TypeNamesTests {

	private final Overlay overlay = Overlay.load();

	private final Schema schema = Schema.load().with(this.overlay.unions());

	private final TypeNames types = new TypeNames(this.schema, this.overlay);

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					Int64 ; long
					True ; boolean
					Int64|String ; io.github.telegramnopool.api.ChatId
					InputFile|String ; io.github.telegramnopool.api.InputFile
					Message|True ; io.github.telegramnopool.api.model.MessageOrTrue
					Array<Array<Integer>> ; java.util.List<java.util.List<java.lang.Integer>>
					ReplyKeyboardMarkup|InlineKeyboardMarkup|ReplyKeyboardRemove|ForceReply ; io.github.telegramnopool.api.model.ReplyMarkup
					""")
	void findsTypeOfExpression(String expression, String type) {
		assertThat(this.types.of(expression)).hasToString(type);
	}

	@ParameterizedTest
	@CsvSource({ "Message,date,java.time.Instant", "InaccessibleMessage,date,java.time.Instant",
			"InputMediaPhoto,media,io.github.telegramnopool.api.InputFile",
			"ChatFullInfo,type,io.github.telegramnopool.api.model.ChatType",
			"VideoQuality,codec,io.github.telegramnopool.api.model.VideoQualityCodec",
			"WebhookInfo,allowed_updates,java.util.List<java.lang.String>" })
	void findsTypeOfField(String owner, String field, String type) {
		assertThat(this.types.of(owner, this.schema.type(owner).field(field))).hasToString(type);
	}

	@Test
	void asksForNameOfNewUnion() {
		assertThatIllegalStateException().isThrownBy(() -> this.types.of("Message|Chat"))
			.withMessage("No union has the members Message|Chat: name it under 'unions' in overlay.json");
	}

	@Test
	void overlaySpeaksOnlyOfWhatIsThere() {
		List<String> places = Stream
			.concat(this.schema.types().stream().flatMap((type) -> places(type.name(), type.fields())),
					this.schema.methods().stream().flatMap((method) -> places(method.name(), method.params())))
			.toList();
		assertThat(places).containsAll(this.overlay.instants());
		assertThat(this.overlay.enums().values()).allSatisfy((fields) -> assertThat(places).containsAll(fields));
		assertThat(EventWriter.kinds(this.schema)).extracting(Schema.Field::name)
			.containsAll(this.overlay.optInUpdates());
	}

	private static Stream<String> places(String owner, List<Schema.Field> fields) {
		return fields.stream().map((field) -> owner + "." + field.name());
	}

}
