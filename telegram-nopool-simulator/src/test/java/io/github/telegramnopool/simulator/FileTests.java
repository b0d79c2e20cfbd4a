// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class FileTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void documentCanBeSentFoundAndDownloaded() {
		JsonNode document = BotCalls.json(upload("")).get("result").get("document");
		assertThat(document.get("file_name").stringValue()).isEqualTo("a.txt");
		assertThat(document.get("file_size").intValue()).isEqualTo(3);
		JsonNode file = this.calls.result("getFile?file_id=" + document.get("file_id").stringValue());
		assertThat(download(file).body()).isEqualTo("xyz");
	}

	@Test
	void documentCanBeSentByAttachmentOrAgainByItsId() {
		JsonNode sent = BotCalls.json(upload("attach://document")).get("result");
		String id = sent.get("document").get("file_id").stringValue();
		assertThat(this.calls.result("sendDocument?chat_id=7&document=" + id).get("document"))
			.isEqualTo(sent.get("document"));
		assertThat(this.calls.call("sendDocument?chat_id=7&document=other").body())
			.contains("wrong file identifier/HTTP URL specified");
		assertThat(this.calls.call("sendDocument?chat_id=7").body()).contains("there is no document in the request");
	}

	@Test
	void fileOfATestCanBeDownloaded() {
		String id = this.simulator.bot(42).addFile("b.png", "png".getBytes());
		JsonNode file = this.calls.result("getFile?file_id=" + id);
		assertThat(file.get("file_path").stringValue()).endsWith(".png");
		assertThat(download(file).body()).isEqualTo("png");
		this.simulator.script(ScriptedFault.on("file").status(502).build());
		assertThat(download(file).statusCode()).isEqualTo(502);
	}

	@Test
	@DisplayName("Client::check_remote_file_id: an unknown file is refused, and a missing id by other words")
	void whatIsNotThereIsNotFound() {
		assertThat(this.calls.call("getFile").body()).contains("\"Bad Request: file_id not specified\"");
		assertThat(this.calls.call("getFile?file_id=other").body()).contains("Bad Request: invalid file_id");
		assertThat(this.calls.get("/file" + this.calls.path("documents/none")).statusCode()).isEqualTo(404);
		assertThat(this.calls.get("/file/bot42:short/documents/none").statusCode()).isEqualTo(401);
	}

	@Test
	void tooLargeAFileCannotBeDownloaded() {
		String id = this.simulator.bot(42).addFile("c", new byte[20 * 1024 * 1024 + 1]);
		assertThat(this.calls.call("getFile?file_id=" + id).body()).contains("Bad Request: file is too big");
	}

	private HttpResponse<String> download(JsonNode file) {
		return this.calls.get("/file" + this.calls.path(file.get("file_path").stringValue()));
	}

	private HttpResponse<String> upload(String reference) {
		String part = reference.isEmpty() ? ""
				: "--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n" + reference + "\r\n";
		return this.calls.post(this.calls.path("sendDocument?chat_id=7"), "multipart/form-data; boundary=b",
				part + "--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.txt\"\r\n"
						+ "Content-Type: text/plain\r\n\r\nxyz\r\n--b--\r\n");
	}

}
