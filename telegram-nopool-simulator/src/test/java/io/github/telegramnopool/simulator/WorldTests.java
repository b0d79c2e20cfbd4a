// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorldTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final TelegramSimulator simulator = TelegramSimulator.builder().clock(this.clock).build().start();

	private final WorldCalls world = new WorldCalls(this.simulator).readingEverything();

	private final SimulatedUser ada = this.world.bot().user(7);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void userWritesRepliesEditsAndDeletes() {
		long first = this.ada.write("see a.com");
		this.ada.chat().reply(this.ada, first, "again");
		this.ada.chat().edit(first, "/changed");
		this.ada.chat().delete(first);
		assertThat(this.world.updates()).satisfiesExactly(
				(message) -> assertThat(message.at("/message/entities/0/type").stringValue()).isEqualTo("url"),
				(reply) -> assertThat(reply.at("/message/reply_to_message/message_id").longValue()).isEqualTo(first),
				(edit) -> {
					assertThat(edit.at("/edited_message/text").stringValue()).isEqualTo("/changed");
					assertThat(edit.at("/edited_message/edit_date").longValue()).isPositive();
				});
		assertThat(this.ada.chat().transcript()).extracting((message) -> message.get("text").stringValue())
			.containsExactly("again");
		assertThatIllegalArgumentException().isThrownBy(() -> this.ada.chat().edit(first, "x"))
			.withMessageContaining("has no message " + first);
	}

	@Test
	void userSendsAPhotoOfItsRealSize() throws IOException {
		byte[] png = png(30, 20);
		this.ada.chat().sendPhoto(this.ada, "a.png", png, "look");
		JsonNode message = this.world.update("message");
		JsonNode photo = message.at("/photo/0");
		assertThat(photo.get("width").intValue()).isEqualTo(30);
		assertThat(photo.get("height").intValue()).isEqualTo(20);
		assertThat(message.get("caption").stringValue()).isEqualTo("look");
		String path = this.world.ok("getFile?file_id=" + photo.get("file_id").stringValue())
			.get("file_path")
			.stringValue();
		assertThat(this.world.bot().storedFiles()).singleElement()
			.satisfies((file) -> assertThat(file.path()).isEqualTo(path))
			.satisfies((file) -> assertThat(file.bytes()).isEqualTo(png));
	}

	@Test
	void userSendsADocument() {
		this.ada.chat().sendDocument(this.ada, "a.txt", "x".getBytes(), "");
		JsonNode document = this.world.update("message").get("document");
		assertThat(document.get("file_name").stringValue()).isEqualTo("a.txt");
		assertThat(document.get("mime_type").stringValue()).isEqualTo("text/plain");
	}

	@Test
	@DisplayName("PHOTO_INVALID_DIMENSIONS")
	void photoThatTelegramTakesForNoneIsRefused() throws IOException {
		String narrow = this.world.bot().addFile("a.png", png(100, 4));
		assertThat(this.world.refused("sendPhoto?chat_id=7&photo=" + narrow))
			.isEqualTo("400 Bad Request: PHOTO_INVALID_DIMENSIONS");
	}

	@Test
	@DisplayName("Client::process_send_poll_query, PollManager::set_poll_answer")
	void usersVoteInAPoll() {
		long poll = this.world
			.ok("sendPoll?chat_id=7&is_anonymous=false&question=q&options=" + BotCalls.encode("[\"a\",\"b\"]"))
			.get("message_id")
			.longValue();
		this.ada.chat().vote(this.ada, poll, 1);
		assertThat(this.world.updates()).satisfiesExactly(
				(state) -> assertThat(state.at("/poll/options/1/voter_count").intValue()).isEqualTo(1), (answer) -> {
					assertThat(answer.at("/poll_answer/option_ids/0").intValue()).isEqualTo(1);
					assertThat(answer.at("/poll_answer/user/id").intValue()).isEqualTo(7);
				});
		this.ada.chat().vote(this.ada, poll);
		assertThat(this.world.kinds()).containsExactly("poll", "poll_answer");
		assertThatIllegalArgumentException().isThrownBy(() -> this.ada.chat().vote(this.ada, poll, 0, 1))
			.withMessageContaining("can't choose more than 1 option in the poll");
		assertThat(this.world.ok("stopPoll?chat_id=7&message_id=" + poll).get("total_voter_count").intValue()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.ada.chat().vote(this.ada, poll, 0))
			.withMessageContaining("can't answer closed poll");
		assertThat(this.world.refused("stopPoll?chat_id=7&message_id=" + poll))
			.isEqualTo("400 Bad Request: poll has already been closed");
	}

	@Test
	void anonymousPollNamesNobody() {
		this.world.ok("sendPoll?chat_id=7&question=q&options=" + BotCalls.encode("[{\"text\":\"a\"}]"));
		this.ada.chat().vote(this.ada, 1, 0);
		assertThat(this.world.update("poll").get("total_voter_count").intValue()).isEqualTo(1);
	}

	@Test
	@DisplayName("JsonMessageReactionUpdated")
	void usersReact() {
		this.ada.write("hi");
		this.world.updates();
		this.ada.chat().react(this.ada, 1, "\ud83d\udc4d");
		this.ada.chat().react(this.ada, 1);
		assertThat(this.world.updates()).satisfiesExactly(
				(added) -> assertThat(added.at("/message_reaction/new_reaction/0/emoji").stringValue())
					.isEqualTo("\ud83d\udc4d"),
				(taken) -> assertThat(taken.at("/message_reaction/old_reaction").size()).isEqualTo(1));
		this.world.ok("setMessageReaction?chat_id=7&message_id=1&reaction="
				+ BotCalls.encode("[{\"type\":\"emoji\",\"emoji\":\"\ud83d\udd25\"}]"));
		assertThat(this.world.updates()).isEmpty();
		assertThat(this.world.refused("setMessageReaction?chat_id=7&message_id=9"))
			.isEqualTo("400 Bad Request: message to react not found");
	}

	@Test
	void reactionsOfAGroupAreForAdministrators() {
		SimulatedChat group = this.world.bot().newSupergroup("Friends", this.ada);
		long message = group.write(this.ada, "hi");
		this.world.updates();
		group.react(this.ada, message, "\ud83d\udc4d");
		assertThat(this.world.updates()).isEmpty();
		SimulatedChat channel = this.world.bot().newChannel("News", this.ada);
		long post = channel.write(this.ada, "hi");
		this.world.updates();
		channel.react(this.ada, post, "\ud83d\udc4d");
		assertThat(this.world.update("message_reaction_count").at("/reactions/0/total_count").intValue()).isEqualTo(1);
	}

	@Test
	void inlineQueryIsAnsweredAndAResultChosen() {
		InlineSearch search = this.ada.query("cats");
		JsonNode query = this.world.update("inline_query");
		assertThat(query.get("query").stringValue()).isEqualTo("cats");
		this.world.ok("answerInlineQuery?inline_query_id=" + search.id() + "&results=" + BotCalls.encode("""
				[{"type":"article","id":"1","title":"Cat","input_message_content":{"message_text":"<b>Cat</b>",
				"parse_mode":"HTML"},"reply_markup":{"inline_keyboard":[[{"text":"More","callback_data":"m"}]]}}]"""));
		assertThat(search.results()).singleElement()
			.satisfies((result) -> assertThat(result.get("title").stringValue()).isEqualTo("Cat"));
		long message = search.choose("1", this.ada.chat());
		List<JsonNode> updates = this.world.updates();
		assertThat(updates.get(0).at("/message/via_bot/id").intValue()).isEqualTo(42);
		assertThat(updates.get(0).at("/message/entities/0/type").stringValue()).isEqualTo("bold");
		String id = updates.get(1).at("/chosen_inline_result/inline_message_id").stringValue();
		this.world.ok("editMessageText?text=Dog&inline_message_id=" + id + "&reply_markup="
				+ BotCalls.encode("{\"inline_keyboard\":[[{\"text\":\"More\",\"callback_data\":\"m\"}]]}"));
		assertThat(this.ada.chat().transcript()).singleElement()
			.satisfies((edited) -> assertThat(edited.get("text").stringValue()).isEqualTo("Dog"));
		this.ada.chat().press(this.ada, message, "m");
		assertThat(this.world.update("callback_query").get("inline_message_id").stringValue()).isEqualTo(id);
		assertThat(this.world.refused("answerInlineQuery?results=%5B%5D&inline_query_id=" + search.id()))
			.contains("query is too old");
	}

	@ParameterizedTest
	@DisplayName("Client::get_reply_markup, get_inline_keyboard_button, BUTTON_DATA_INVALID")
	@CsvSource(delimiter = '#', quoteCharacter = '$', value = {
			"nonsense#can't parse reply keyboard markup JSON object", "[]#object expected as reply markup",
			"{\"inline_keyboard\":[{}]}#field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
			"{\"inline_keyboard\":[[5]]}#can't parse inline keyboard button: InlineKeyboardButton must be an Object",
			"{\"inline_keyboard\":[[{\"text\":\"a\"}]]}#can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
			"{\"inline_keyboard\":[[{\"text\":\"\",\"callback_data\":\"a\"}]]}#inline keyboard button text must be non-empty",
			"{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"12345678901234567890123456789012345678901234567890123456789012345\"}]]}#BUTTON_DATA_INVALID",
			"{\"keyboard\":[5]}#field \"keyboard\" must be an Array of Arrays",
			"{\"keyboard\":[[\"\"]]}#keyboard button text must be non-empty" })
	void keyboardIsChecked(String markup, String problem) {
		assertThat(this.world.refused("sendMessage?chat_id=7&text=a&reply_markup=" + BotCalls.encode(markup)))
			.isEqualTo("400 Bad Request: " + problem);
		assertThat(this.ada.chat().transcript()).isEmpty();
	}

	@Test
	@DisplayName("MessageContent: Message is too long, Message caption is too long")
	void lengthCountsWithoutTheMarks() {
		this.world
			.ok("sendMessage?chat_id=7&parse_mode=HTML&text=" + BotCalls.encode("<b>" + "x".repeat(4096) + "</b>"));
		assertThat(this.world.refused("sendMessage?chat_id=7&text=" + "x".repeat(4097)))
			.isEqualTo("400 Bad Request: message is too long");
		String id = this.world.bot().addFile("a.txt", "x".getBytes());
		assertThat(this.world.refused("sendDocument?chat_id=7&document=" + id + "&caption=" + "x".repeat(1025)))
			.isEqualTo("400 Bad Request: message caption is too long");
		assertThat(this.world.refused("sendMessage?chat_id=7&parse_mode=HTML&text=" + BotCalls.encode("<b>x")))
			.isEqualTo("400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
	}

	@Test
	@DisplayName("MESSAGE_DELETE_FORBIDDEN: old messages, and those of others without the right")
	void messageThatMayNotBeDeletedStays() {
		this.ada.write("hi");
		SimulatedChat group = this.world.bot().newSupergroup("Friends", this.ada);
		long others = group.write(this.ada, "hi");
		assertThat(this.world.refused("deleteMessage?message_id=" + others + "&chat_id=" + group.id()))
			.isEqualTo("400 Bad Request: message can't be deleted");
		this.clock.advance(Duration.ofHours(49));
		assertThat(this.world.refused("deleteMessage?chat_id=7&message_id=1"))
			.isEqualTo("400 Bad Request: message can't be deleted");
		group.members().promoteBot(this.ada);
		this.world.ok("deleteMessage?message_id=" + others + "&chat_id=" + group.id());
	}

	@Test
	@DisplayName("MessagesManager::forward_message, ::get_forwarded_messages")
	void messageThatMayNotBeRepeatedIsNot() {
		this.world.ok("sendMessage?chat_id=7&text=a&protect_content=true");
		this.ada.chat().pin(this.ada, 1);
		String forward = "forwardMessage?chat_id=8&from_chat_id=7&message_id=";
		assertThat(this.world.refused(forward + 1)).isEqualTo("400 Bad Request: the message can't be forwarded");
		assertThat(this.world.refused(forward + 2)).isEqualTo("400 Bad Request: the message can't be forwarded");
		assertThat(this.world.refused("copyMessage?chat_id=8&from_chat_id=7&message_id=2"))
			.isEqualTo("400 Bad Request: the message can't be copied");
		assertThat(this.world.refused("forwardMessages?chat_id=8&from_chat_id=7&message_ids=%5B1,2%5D"))
			.isEqualTo("400 Bad Request: there are no messages to forward");
		this.world.ok("copyMessage?chat_id=8&from_chat_id=7&message_id=1");
	}

	@ParameterizedTest
	@DisplayName("Client::get_input_message_contents, check_message_group_message_contents")
	@CsvSource(delimiter = '#', quoteCharacter = '$',
			value = { "x#can't parse media JSON object", "{}#expected an Array of InputMedia",
					"[]#there are no messages to send",
					"[1,2,3,4,5,6,7,8,9,10,11]#too many messages to send as an album",
					"[{\"type\":\"x\"}]#can't parse InputMedia: type \"x\" is unsupported" })
	void albumIsChecked(String media, String problem) {
		assertThat(this.world.refused("sendMediaGroup?chat_id=7&media=" + BotCalls.encode(media)))
			.isEqualTo("400 Bad Request: " + problem);
	}

	@Test
	void profileIsKeptByLanguage() {
		this.world.ok("setMyName?name=Helper");
		this.world.ok("setMyName?name=Helfer&language_code=de");
		assertThat(this.world.ok("getMyName?language_code=de").get("name").stringValue()).isEqualTo("Helfer");
		assertThat(this.world.ok("getMyName?language_code=fr").get("name").stringValue()).isEqualTo("Helper");
		assertThat(this.world.ok("getMe").get("first_name").stringValue()).isEqualTo("Helper");
		this.world.ok("setMyShortDescription?short_description=s");
		assertThat(this.world.ok("getMyShortDescription").get("short_description").stringValue()).isEqualTo("s");
		assertThat(this.world.ok("getMyDescription").get("description").stringValue()).isEmpty();
		assertThat(this.world.ok("getUserProfilePhotos?user_id=7").get("total_count").intValue()).isZero();
	}

	private static byte[] png(int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}

}
