// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.palantir.javapoet.MethodSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ShortcutsTests {

	private final Overlay overlay = Overlay.load();

	private final Schema schema = Schema.load().with(this.overlay.unions());

	@Test
	void writesEachShortcutOnItsRecord() {
		Map<Path, String> files = Codegen.generate("vocabulary").files();
		Shortcuts.load().shortcuts().forEach((type, shortcuts) -> {
			String record = files.get(Path.of("io/github/telegramnopool/api/model/" + type + ".java"));
			assertThat(shortcuts).isNotEmpty().allSatisfy((shortcut) -> {
				String returned = Names.capitalize(shortcut.method());
				assertThat(record).contains("public " + returned + " " + shortcut.name() + "(");
			});
		});
	}

	@Test
	void answersAndRepliesWithAllThatCanBeSent() {
		Predicate<Schema.Method> sendsMessage = (method) -> method.name().startsWith("send")
				&& Shortcuts.has(method, "reply_parameters");
		List<String> methods = this.schema.methods().stream().filter(sendsMessage).map(Schema.Method::name).toList();
		assertThat(methodsOf("answer")).containsAll(methods);
		assertThat(methodsOf("reply")).containsExactlyInAnyOrderElementsOf(methods);
	}

	private static List<String> methodsOf(String prefix) {
		return Shortcuts.load()
			.of("Message")
			.stream()
			.filter((shortcut) -> shortcut.name().startsWith(prefix))
			.map(Shortcuts.Shortcut::method)
			.distinct()
			.toList();
	}

	@Test
	void takesWhatIsRequiredAndNotFilledIn() {
		List<MethodSpec> methods = write("Message", """
				{"name": "answer", "method": "sendPoll", "set": {"chat_id": "chat.id"}}""");
		assertThat(methods).extracting((method) -> method.parameters().toString())
			.containsExactly(
					"[java.lang.String question, java.util.List<" + TypeNames.MODEL + ".InputPollOption> options]",
					"[java.lang.String question, " + TypeNames.MODEL + ".InputPollOption[] options]",
					"[" + TypeNames.MESSAGE_TEXT + " question, java.util.List<" + TypeNames.MODEL
							+ ".InputPollOption> options]",
					"[" + TypeNames.MESSAGE_TEXT + " question, " + TypeNames.MODEL + ".InputPollOption[] options]");
		assertThat(methods).last().matches(MethodSpec::varargs, "takes the options one after the other");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					chat.id                             | .chatId(ChatId.of(this.chat.id()))
					sender_chat.id                      | .chatId((this.senderChat != null) ? ChatId.of(this.senderChat.id()) : null)
					migrate_to_chat_id                  | .chatId((this.migrateToChatId != null) ? ChatId.of(this.migrateToChatId) : null)
					pinned_message.chat.id              | .chatId((this.pinnedMessage != null) ? ChatId.of(this.pinnedMessage.chat().id()) : null)
					pinned_message.sender_chat.id       | .chatId((this.pinnedMessage instanceof Message && ((Message) this.pinnedMessage).senderChat() != null) ? ChatId.of(((Message) this.pinnedMessage).senderChat().id()) : null)
					chat.id if is_topic_message         | .chatId((Boolean.TRUE.equals(this.isTopicMessage)) ? ChatId.of(this.chat.id()) : null)
					""")
	void goesNoFurtherThanSomethingIsThere(String path, String code) {
		assertThat(body("""
				{"name": "x", "method": "sendGift", "set": {"gift_id": "'7'", "chat_id": "%s"}}""".formatted(path)))
			.contains(code);
	}

	@Test
	void failsWhereSomethingThatIsNeededIsMissing() {
		assertThat(body("""
				{"name": "x", "method": "sendGift", "set": {"gift_id": "sender_tag"}}"""))
			.contains("if (this.senderTag == null) {", "\"x() needs 'sender_tag', which this Message doesn't have\"");
		assertThat(body("""
				{"name": "x", "method": "sendGift", "set": {"user_id": "from.id!"}}"""))
			.contains("if (this.from == null) {", ".userId(this.from.id())");
	}

	@Test
	void writesValuesThatAreAlwaysTheSame() {
		assertThat(
				body("""
						{"name": "x", "method": "sendMessage", "set": {"chat_id": "chat.id", "parse_mode": "'HTML'", "text": "'Hi'",
						"protect_content": true, "reply_parameters": {"message_id": 3}, "entities": []}}"""))
			.contains(".parseMode(ParseMode.HTML)", ".text(\"Hi\")", ".protectContent(true)",
					".replyParameters(ReplyParameters.builder().messageId(3).build())", ".entities(List.of())");
	}

	private String body(String shortcut) {
		return write("Message", shortcut).get(0)
			.toString()
			.replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z])", "")
			.replaceAll("\\s+", " ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Mesage  | x | "method": "sendDice" | Mesage: the schema has no such type
					Message | x | "method": "sendDise" | Message.x: the schema has no method 'sendDise'
					Message | x | "method": "sendDice", "fill": ["here"] | Message.x: there is nothing under 'fills' that is called 'here'
					Message | x | "method": "sendDice", "set": {"chat": "chat.id"} | Message.x: 'sendDice' has no parameter 'chat'
					Message | x | "method": "sendDice", "takes": ["emojy"] | Message.x: 'sendDice' has no parameter 'emojy'
					Message | x | "method": "sendDice", "takes": ["chat_id"], "set": {"chat_id": "chat.id"} | Message.x: 'chat_id' is taken and filled in: one of it is too much
					Message | x | "method": "sendDice", "unless": "business_connection_id" | Message.x: 'sendDice' can say the 'business_connection_id': no need for 'unless'
					Message | x | "method": "deleteMessage", "unless": "business_id" | Message.x: 'business_id' leads nowhere, since 'Message' has no field 'business_id'
					Message | x | "method": "sendDice", "set": {"chat_id": "chat.number"} | Message.x: 'chat.number' leads nowhere, since 'Chat' has no field 'number'
					Message | x | "method": "sendDice", "set": {"chat_id": "text.id"} | Message.x: 'text.id' leads nowhere, since 'String' has no fields
					Message | x | "method": "sendDice", "set": {"chat_id": "chat.title"} | Message.x: 'chat.title' is not of type io.github.telegramnopool.api.ChatId
					Message | x | "method": "sendDice", "set": {"chat_id": 5} | Message.x: 5 is not of type io.github.telegramnopool.api.ChatId
					Message | x | "method": "sendDice", "set": {"emoji": "'x'"} | Message.x: 'x' is not of type io.github.telegramnopool.api.model.DiceEmoji
					Message | x | "method": "sendDice", "set": {"chat_id": "chat.id if text"} | Message.x: 'text' is not of type boolean
					Message | x | "method": "sendDice", "set": {"protect_content": null} | Message.x: null is not of type boolean
					Message | x | "method": "sendDice", "set": {"reply_parameters": {"id": 1}} | Message.x: 'ReplyParameters' has no field 'id'
					Message | x | "method": "sendDice", "set": {"reply_markup": {}} | Message.x: 'the union' is no object that can be made
					Message | x | "method": "setMessageReaction", "set": {"reaction": [{"is": "Chat"}]} | Message.x: 'Chat' is no 'ReactionType'
					Message | text | "method": "sendDice" | Message.text: the record has such a method already
					""")
	void saysWhatIsWrong(String type, String name, String rest, String message) {
		String expected = message.replace("the union",
				"InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply");
		assertThatIllegalStateException().isThrownBy(() -> write(type, """
				{"name": "%s", %s}""".formatted(name, rest))).withMessage("shortcuts.json, " + expected);
	}

	@Test
	void rejectsTheSameShortcutTwice() {
		assertThatIllegalStateException().isThrownBy(() -> write("Message", """
				{"name": "x", "method": "sendDice"}, {"name": "x", "method": "leaveChat"}"""))
			.withMessage("shortcuts.json, Message.x: the record has such a method already");
	}

	@Test
	void rejectsWhatIsFilledInForNobody() {
		String json = """
				{"fills": {"here": {"chat": "chat.id"}},
				"shortcuts": {"Message": [{"name": "x", "method": "sendDice", "fill": ["here"]}]}}""";
		assertThatIllegalStateException().isThrownBy(() -> writer(json))
			.withMessage("shortcuts.json, here: no shortcut uses what is filled in for 'chat'");
	}

	@Test
	void rejectsUnknownKey() {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> write("Message", """
				{"name": "x", "method": "sendDice", "take": ["emoji"]}""")).withMessageContaining("\"take\"");
	}

	private List<MethodSpec> write(String type, String shortcuts) {
		ShortcutWriter writer = writer("{\"fills\": {}, \"shortcuts\": {\"" + type + "\": [" + shortcuts + "]}}");
		return writer.write(this.schema.type(type));
	}

	private ShortcutWriter writer(String json) {
		TypeNames types = new TypeNames(this.schema, this.overlay);
		return new ShortcutWriter(this.schema, types, Shortcuts.read(json));
	}

}
