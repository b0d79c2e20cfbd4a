// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MultipartReaderTests {

	private final Map<String, String> parts = new TreeMap<>();

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 1000 })
	void readsTheSameInPiecesOfAnySize(int pieceSize) {
		String content = "\r\n--\r\n--bx\r\r\n-" + "z".repeat(100) + "\r\n--";
		read("multipart/form-data; boundary=by", pieceSize,
				"preamble\r\n--by\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + content
						+ "\r\n--by\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--by--\r\nepilogue");
		assertThat(this.parts).containsOnly(Map.entry("a", content), Map.entry("b", ""));
	}

	@Test
	void readsRandomBytesAsTheyCome() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		StringBuilder content = new StringBuilder();
		random.ints(5000, 0, 6).forEach((next) -> content.append("\r\n-byx".charAt(next)));
		read("multipart/form-data; boundary=\"byxy-x\"", 1 + random.nextInt(64),
				"--byxy-x\r\ncontent-disposition: form-data; name=a\r\n\r\n" + content + "\r\n--byxy-x--");
		assertThat(this.parts).as("seed %s", seed).containsOnly(Map.entry("a", content.toString()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "filename=\"a:b, c;d=e.txt\" | a:b, c;d=e.txt",
			"filename=\"a\\\"b\\\\c.txt\" | a\"b\\c.txt", "filename=plain.txt | plain.txt",
			"filename=two words.txt | two words.txt", "filename=two words.txt ; x=y | two words.txt",
			"filename=\"n\u00e4me.txt\" | n\u00e4me.txt", "filename=\"x\"; filename*=UTF-8''na%C3%AFve.txt | x",
			"filename=\"%22a%22%0D%0a%5C+b.txt\" | `\"a\"\r\n\\+b.txt`", "filename=\"50%2520off%25\" | 50%20off%",
			"filename=\"na%C3%AFve.txt\" | na\u00efve.txt", "filename=a%20b.txt | a b.txt",
			"filename=\"100%, 5%2, %zz, $1%24\" | 100%, 5%2, %zz, $1$", "filename=\"\\\\%41\\\"%2241\" | \\A\"\"41" })
	void keepsFileNames(String attribute, String name) {
		PartHead head = PartHead
			.parse("Content-Disposition: form-data; name=\"f\"; " + attribute + "\r\nContent-Type: image/png; a=b");
		assertThat(head).isEqualTo(new PartHead("f", name, "image/png; a=b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off", "--b\r\n", "nothing",
			"--b\r\nContent-Type: text/plain\r\n\r\nnameless\r\n--b--" })
	void refusesABodyThatIsNotWhole(String body) {
		assertThatExceptionOfType(ProtocolError.class)
			.isThrownBy(() -> read("multipart/form-data; boundary=b", 1000, body));
	}

	@Test
	void refusesATypeWithoutABoundary() {
		assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> read("multipart/form-data", 1, ""));
	}

	private void read(String contentType, int pieceSize, String body) {
		MultipartReader reader = new MultipartReader(contentType, Part::new);
		ByteBuf bytes = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
		while (bytes.isReadable()) {
			reader.take(bytes.readSlice(Math.min(pieceSize, bytes.readableBytes())));
		}
		reader.complete();
		reader.release();
	}

	private final class Part implements PartSink {

		private final StringBuilder content = new StringBuilder();

		private final PartHead head;

		Part(PartHead head) {
			this.head = head;
		}

		@Override
		public void take(ByteBuf piece, int count) {
			this.content.append(piece.toString(piece.readerIndex(), count, StandardCharsets.UTF_8));
		}

		@Override
		public void complete() {
			MultipartReaderTests.this.parts.put(this.head.name(), this.content.toString());
		}

		@Override
		public void release() {
		}

	}

}
