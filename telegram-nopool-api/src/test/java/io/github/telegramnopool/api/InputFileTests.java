// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMediaGroup;
import io.github.telegramnopool.api.model.InputMediaPhoto;
import io.github.telegramnopool.api.model.InputMediaVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

class InputFileTests {

	@TempDir
	private Path directory;

	@Test
	void isFileOfTelegramOrOfTheWeb() {
		assertThat(InputFile.fileId("AgAC")).hasToString("AgAC").isEqualTo(InputFile.fileId("AgAC"));
		assertThat(InputFile.url("https://example.org/a.png")).hasToString("https://example.org/a.png");
	}

	@Test
	void rejectsWhatTelegramCannotFetch() {
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.url("/tmp/a.png"))
			.withMessage("'/tmp/a.png' is no http or https URL: Telegram can't fetch it");
	}

	@Test
	void rejectsBlank() {
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.fileId(" "))
			.withMessage("A file needs a file_id or a URL");
	}

	@Test
	void knowsNameAndLengthOfAPath() throws IOException {
		Path path = Files.writeString(this.directory.resolve("répôrt.txt"), "hello");
		InputFile file = InputFile.of(path);
		assertThat(file.isUploaded()).isTrue();
		assertThat(file.name()).isEqualTo("répôrt.txt");
		assertThat(file.length()).isEqualTo(5);
		assertThat(file.isRepeatable()).isTrue();
		assertThat(read(file)).isEqualTo("hello");
		assertThat(read(file.named("b.txt"))).isEqualTo("hello");
		assertThat(file.named("b.txt").name()).isEqualTo("b.txt");
		assertThat(file).isEqualTo(InputFile.of(path)).isNotEqualTo(file.named("b.txt"));
	}

	@Test
	void tellsThePathThatIsNotThere() {
		Path missing = this.directory.resolve("missing.jpg");
		assertThatIOException().isThrownBy(() -> InputFile.of(missing).length())
			.withMessage(missing + ": there is no such file");
		assertThatIOException().isThrownBy(() -> InputFile.of(this.directory).length())
			.withMessage(this.directory + ": it is a directory");
	}

	@Test
	void holdsBytes() throws IOException {
		InputFile file = InputFile.of(new byte[] { 'h', 'i' }, "hi.txt");
		assertThat(file.length()).isEqualTo(2);
		assertThat(read(file)).isEqualTo(read(file)).isEqualTo("hi");
	}

	@Test
	void readsAResource() throws IOException {
		InputFile file = InputFile.resource(new ByteArrayResource("hi".getBytes(StandardCharsets.UTF_8)));
		assertThat(file.name()).isEqualTo("file");
		assertThat(file.length()).isEqualTo(2);
		assertThat(file.isRepeatable()).isTrue();
		assertThat(InputFile.resource(new ClassPathResource("samples/index.json")).name()).isEqualTo("index.json");
	}

	@Test
	void aResourceThatIsOpenIsReadOnce() throws IOException {
		InputStream stream = new ByteArrayInputStream("hi".getBytes(StandardCharsets.UTF_8));
		InputFile file = InputFile.resource(new InputStreamResource(stream));
		assertThat(file.length()).isEqualTo(-1);
		assertThat(file.isRepeatable()).isFalse();
		assertThat(read(file)).isEqualTo("hi");
	}

	@Test
	void aStreamIsOpenedOnce() throws IOException {
		InputFile file = InputFile.of(InputStream.nullInputStream(), "a.bin");
		assertThat(file.length()).isEqualTo(-1);
		assertThat(file.isRepeatable()).isFalse();
		file.open();
		assertThatIOException().isThrownBy(file::open).withMessageContaining("InputFile.of(Supplier)");
	}

	@Test
	void aStreamThatIsGivenUpIsClosed() throws IOException {
		AtomicBoolean closed = new AtomicBoolean();
		InputFile file = InputFile.of(new ByteArrayInputStream(new byte[0]) {

			@Override
			public void close() {
				closed.set(true);
			}

		}, "a.bin");
		file.discard();
		file.discard();
		assertThat(closed).isTrue();
	}

	@Test
	void asksASupplierEachTime() throws IOException {
		AtomicInteger opened = new AtomicInteger();
		InputFile file = InputFile.of(() -> {
			opened.incrementAndGet();
			return new ByteArrayInputStream(new byte[0]);
		});
		assertThat(opened).hasValue(0);
		file.open();
		file.open();
		assertThat(opened).hasValue(2);
		assertThat(file.isRepeatable()).isTrue();
		assertThat(file.name()).isEqualTo("file");
	}

	@Test
	void namesAFileOfTheServer() {
		assertThat(InputFile.onServer("/srv/a b%20ü.mp4")).hasToString("file:///srv/a%20b%2520%C3%BC.mp4");
		assertThat(InputFile.onServer("C:\\files\\a.mp4")).hasToString("file:///C:/files/a.mp4");
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.onServer(Path.of("a.mp4")))
			.withMessageStartingWith("'a.mp4' is no absolute path");
		assertThat(InputFile.onServer("/a").isUploaded()).isFalse();
	}

	@Test
	void onlyWhatIsSentHasAName() {
		assertThat(InputFile.fileId("x").name()).isNull();
		assertThatIllegalStateException().isThrownBy(() -> InputFile.fileId("x").named("y"));
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.of(new byte[0], " "));
	}

	@Test
	void isWrittenByItsNameUnlessFilesAreCollected() {
		SendDocument method = SendDocument.of(5, InputFile.of(new byte[0], "a.txt"));
		assertThat(BotApiJson.mapper().writeValueAsString(method)).contains("\"attach://a.txt\"");
		assertThat(write(method, new AttachedFiles())).contains("\"attach://file0\"");
	}

	@Test
	void filesAreCollectedWhereverTheyStand() {
		InputFile photo = InputFile.of(new byte[0], "a.jpg");
		InputFile video = InputFile.of(new byte[0], "b.mp4");
		SendMediaGroup method = SendMediaGroup.of(5,
				List.of(InputMediaPhoto.of(photo), InputMediaVideo.builder().media(video).thumbnail(photo).build(),
						InputMediaPhoto.of(InputFile.fileId("x"))));
		AttachedFiles files = new AttachedFiles();
		assertThat(write(method, files)).contains("\"media\":\"attach://file0\"", "\"media\":\"attach://file1\"",
				"\"thumbnail\":\"attach://file0\"", "\"media\":\"x\"");
		assertThat(files.byPartName()).containsExactly(entry("file0", photo), entry("file1", video));
	}

	@Test
	void isReadAsAReference() {
		String json = "{\"chat_id\":5,\"document\":\"AgAC\"}";
		assertThat(BotApiJson.mapper().readValue(json, SendDocument.class).document())
			.isEqualTo(InputFile.fileId("AgAC"));
	}

	@Test
	void worksWithoutSpring() throws Exception {
		URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("spring-core"))
			.map(InputFileTests::url)
			.toArray(URL[]::new);
		try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("org.springframework.core.io.Resource"));
			Object written = loader.loadClass(WithoutSpring.class.getName()).getDeclaredConstructor().newInstance();
			assertThat(written).hasToString("attach://a.txt {\"chat_id\":5,\"document\":\"attach://a.txt\"}");
		}
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String write(Object method, AttachedFiles files) {
		return BotApiJson.mapper().writer().withAttribute(AttachedFiles.class, files).writeValueAsString(method);
	}

	private static String read(InputFile file) throws IOException {
		try (InputStream content = file.open()) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * Loaded where there is no Spring.
	 */
	public static final class WithoutSpring {

		@Override
		public String toString() {
			InputFile file = InputFile.of(Path.of("x", "a.txt"));
			return file + " " + BotApiJson.mapper().writeValueAsString(SendDocument.of(5, file));
		}

	}

}
