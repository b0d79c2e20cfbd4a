// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@EnumSource(MediaKind.class)
	void uploadBecomesTheMessagesContentAndCanBeSentAgain(MediaKind kind) {
		String method = "send" + kind.field().replace("_", "") + "?chat_id=7&caption=c&photo=attach://still";
		Form form = new Form().text(kind.field(), "attach://file0")
			.file("file0", "a \u00e9.bin", "x".repeat(5000))
			.file("still", "s.png", "still");
		JsonNode message = BotCalls.json(form.post(this.calls, method)).get("result");
		JsonNode medium = medium(message, kind);
		assertThat(medium.get("file_size").intValue()).isEqualTo((kind == MediaKind.PHOTO) ? 5 : 5000);
		boolean takesCaption = kind != MediaKind.STICKER && kind != MediaKind.VIDEO_NOTE;
		assertThat(message.has("caption")).isEqualTo(takesCaption);
		assertThat(this.simulator.bot(42).transcript(7)).asString().isEqualTo("[" + message + "]");
		String id = medium.get("file_id").stringValue();
		StoredFile file = this.simulator.bot(42).storedFile(id);
		assertThat(file.contentType()).isEqualTo("text/x-test");
		assertThat(file.path()).startsWith(kind.folder() + "/file_");
		JsonNode again = this.calls
			.result("send" + kind.field().replace("_", "") + "?chat_id=7&photo=" + id + "&" + kind.field() + "=" + id);
		assertThat(medium(again, kind).get("file_id").stringValue()).isEqualTo(id);
	}

	@Test
	void keepsNameTypeAndBytesOfAnUpload() {
		new Form().file("document", "a \u00e9;b, c=d: e.txt", "xyz").post(this.calls, "sendDocument?chat_id=7");
		assertThat(this.simulator.bot(42).storedFiles()).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo("a \u00e9;b, c=d: e.txt");
			assertThat(file.contentType()).isEqualTo("text/x-test");
			assertThat(file.part()).isEqualTo("document");
			assertThat(file.path()).isEqualTo("documents/file_0.txt");
			assertThat(file.bytes()).asString().isEqualTo("xyz");
			assertThat(file.sha256()).isEqualTo("3608bca1e44ea6c4d268eb6db02260269892c0b42b86bbf1e77a6fa16c3c9282");
			assertThat(file.location()).hasContent("xyz");
		});
	}

	@Test
	void thumbnailIsStoredBesideItsMedium() {
		JsonNode video = BotCalls
			.json(new Form().file("video", "v.mp4", "video")
				.file("small", "t.jpg", "thumb")
				.post(this.calls, "sendVideo?chat_id=7&duration=9&thumbnail=attach://small"))
			.get("result")
			.get("video");
		assertThat(video.get("duration").intValue()).isEqualTo(9);
		String thumbnail = video.get("thumbnail").get("file_id").stringValue();
		assertThat(this.simulator.bot(42).storedFile(thumbnail).bytes()).asString().isEqualTo("thumb");
	}

	@Test
	void albumSharesAnId() {
		String media = """
				[{"type":"photo","media":"attach://a","caption":"one"},{"type":"video","media":"attach://b"}]""";
		JsonNode album = BotCalls
			.json(new Form().text("media", media)
				.file("a", "a.jpg", "first")
				.file("b", "b.mp4", "second")
				.post(this.calls, "sendMediaGroup?chat_id=7"))
			.get("result");
		assertThat(album.size()).isEqualTo(2);
		assertThat(album.get(0).get("media_group_id")).isEqualTo(album.get(1).get("media_group_id"));
		assertThat(album.get(0).get("caption").stringValue()).isEqualTo("one");
		assertThat(album.get(0).get("photo").get(0).get("file_size").intValue()).isEqualTo(5);
		assertThat(album.get(1).get("video").get("file_size").intValue()).isEqualTo(6);
		assertThat(this.simulator.bot(42).transcript(7)).hasSize(2);
		assertThat(this.simulator.findings()).isEmpty();
	}

	@Test
	void paidMediaAreListed() {
		String id = this.simulator.bot(42).addFile("a.jpg", "first".getBytes());
		JsonNode info = this.calls
			.result("sendPaidMedia?chat_id=7&star_count=3&media="
					+ BotCalls.encode("[{\"type\":\"photo\",\"media\":\"" + id + "\"}]"))
			.get("paid_media");
		assertThat(info.get("star_count").intValue()).isEqualTo(3);
		assertThat(info.get("paid_media").get(0).get("photo").get(0).get("file_id").stringValue()).isEqualTo(id);
	}

	@Test
	void unknownOrEmptyFilesAreRefused() {
		assertThat(this.calls.call("sendPhoto?chat_id=7&photo=other").body())
			.contains("Bad Request: wrong file identifier/HTTP URL specified");
		assertThat(this.calls.call("sendPhoto?chat_id=7&photo=file:///etc/hostname").body())
			.contains("Bad Request: wrong file identifier/HTTP URL specified");
		assertThat(this.calls.call("sendVideoNote?chat_id=7").body()).contains("there is no video note in the request");
		assertThat(new Form().file("photo", "a.png", "").post(this.calls, "sendPhoto?chat_id=7").body())
			.contains("Bad Request: file must be non-empty");
	}

	@Test
	void uploadOfAMethodWithoutAFileIdIsStoredToo() {
		new Form().file("photo", "me.jpg", "xyz").post(this.calls, "setChatPhoto?chat_id=7");
		assertThat(this.simulator.bot(42).storedFiles()).singleElement()
			.satisfies((file) -> assertThat(file.name()).isEqualTo("me.jpg"));
	}

	@Test
	void stickerFileCanBeUsedAfterItsUpload() {
		JsonNode file = BotCalls
			.json(new Form().file("sticker", "s.webp", "xyz")
				.post(this.calls, "uploadStickerFile?user_id=7&sticker_format=static"))
			.get("result");
		assertThat(this.calls.result("sendSticker?chat_id=7&sticker=" + file.get("file_id").stringValue())
			.get("sticker")
			.get("file_size")
			.intValue()).isEqualTo(3);
	}

	private static JsonNode medium(JsonNode message, MediaKind kind) {
		JsonNode content = message.get(kind.field());
		return content.isArray() ? content.get(0) : content;
	}

}
