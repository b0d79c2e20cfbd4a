// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/**
 * A file to send: one that Telegram has already, one that Telegram fetches itself, or one
 * that is sent from here.
 * <p>
 * What is sent from here is opened only when the request is written, and closed in any
 * case. A call is repeated only if its files can be opened again: all but a stream can.
 *
 * @since 0.1.0
 */
public final class InputFile {

	private static final String UNNAMED = "file";

	private static final String UNRESERVED = "-._~/:!$&'()*,;=@";

	private final String reference;

	private final @Nullable FileContent content;

	private InputFile(String reference, @Nullable FileContent content) {
		this.reference = reference;
		this.content = content;
	}

	/**
	 * A file that Telegram has already.
	 * @param fileId the {@code file_id} that this bot received
	 * @return the file
	 */
	public static InputFile fileId(String fileId) {
		return referringTo(fileId);
	}

	/**
	 * A file that Telegram fetches from the web.
	 * @param url its address, which has to be public
	 * @return the file
	 */
	public static InputFile url(String url) {
		if (!url.startsWith("http://") && !url.startsWith("https://")) {
			throw new IllegalArgumentException("'" + url + "' is no http or https URL: Telegram can't fetch it");
		}
		return referringTo(url);
	}

	/**
	 * A file of this machine.
	 * @param path where it is; looked at only when the call is made
	 * @return the file
	 */
	public static InputFile of(Path path) {
		Path name = path.getFileName();
		return new InputFile((name != null) ? name.toString() : UNNAMED, new FileContent.OfPath(path));
	}

	/**
	 * A resource of a Spring application.
	 * <p>
	 * Not called {@code of}: the vocabulary is used without Spring too, and a compiler
	 * that lacks one of several overloads' types accepts none of them.
	 * @param resource the resource
	 * @return the file
	 */
	public static InputFile resource(Resource resource) {
		String name = resource.getFilename();
		// Such as a stream: not even its length can be asked for without reading it
		FileContent content = resource.isOpen() ? new FileContent.OfStream(resource::getInputStream)
				: new FileContent.OfSource(resource::getInputStream, resource::contentLength);
		return new InputFile((name != null && !name.isBlank()) ? name : UNNAMED, content);
	}

	/**
	 * A file of bytes in memory.
	 * @param content the bytes, not copied
	 * @param name the name that users see
	 * @return the file
	 */
	public static InputFile of(byte[] content, String name) {
		return new InputFile(requireName(name), new FileContent.OfBytes(content));
	}

	/**
	 * A stream, which can be sent once: a call with it is never repeated, not even if
	 * nothing of it was sent.
	 * @param content the stream, which is closed at the end of the call
	 * @param name the name that users see
	 * @return the file
	 */
	public static InputFile of(InputStream content, String name) {
		return new InputFile(requireName(name), new FileContent.OfStream(() -> content));
	}

	/**
	 * What a supplier opens, anew for each try of a call.
	 * @param content opens a stream at the beginning of the content
	 * @return the file
	 */
	public static InputFile of(Supplier<? extends InputStream> content) {
		return of(content, UNNAMED);
	}

	/**
	 * What a supplier opens, anew for each try of a call.
	 * @param content opens a stream at the beginning of the content
	 * @param name the name that users see
	 * @return the file
	 */
	public static InputFile of(Supplier<? extends InputStream> content, String name) {
		return new InputFile(requireName(name), new FileContent.OfSource(content::get, () -> -1));
	}

	/**
	 * A file that a local Bot API server (started with {@code --local}) reads from its
	 * own disk, without any transfer.
	 * @param path the absolute path, the same on the server as here
	 * @return the file
	 */
	public static InputFile onServer(Path path) {
		return onServer(path.toString());
	}

	/**
	 * A file that a local Bot API server (started with {@code --local}) reads from its
	 * own disk, without any transfer.
	 * @param path the absolute path on the server, of Unix or of Windows
	 * @return the file
	 */
	public static InputFile onServer(String path) {
		String slashed = path.matches("[A-Za-z]:[\\\\/].*") ? "/" + path.replace('\\', '/') : path;
		if (!slashed.startsWith("/")) {
			throw new IllegalArgumentException(
					"'" + path + "' is no absolute path: the server has a working directory of its own");
		}
		return new InputFile("file://" + percentEncode(slashed), null);
	}

	static InputFile referringTo(String reference) {
		if (reference.isBlank()) {
			throw new IllegalArgumentException("A file needs a file_id or a URL");
		}
		return new InputFile(reference, null);
	}

	/**
	 * The same content under another name.
	 * @param name the name that users see
	 * @return a copy with that name
	 */
	public InputFile named(String name) {
		return new InputFile(requireName(name), requireContent());
	}

	/**
	 * Whether the content is sent from here.
	 * @return {@code false} if Telegram has it or fetches it
	 */
	public boolean isUploaded() {
		return this.content != null;
	}

	/**
	 * Name that users see.
	 * @return the name of a file that is sent from here, else {@code null}
	 */
	public @Nullable String name() {
		return (this.content != null) ? this.reference : null;
	}

	/**
	 * Length of what is sent from here. May ask a disk or a network.
	 * @return the number of bytes, or -1 if it is not known before it is read
	 * @throws IOException if there is no such file or it can't be read
	 */
	public long length() throws IOException {
		return requireContent().length();
	}

	/**
	 * Whether the content can be opened again.
	 * @return {@code false} if a call with this file can't be repeated
	 */
	public boolean isRepeatable() {
		return this.content == null || this.content.isRepeatable();
	}

	/**
	 * Open what is sent from here.
	 * @return a stream, to be closed by the caller
	 * @throws IOException if it can't be opened, or not again
	 */
	public InputStream open() throws IOException {
		return requireContent().open();
	}

	/**
	 * Give up what can't be opened again: a stream is closed, whether it was opened or
	 * not.
	 * @throws IOException if that fails
	 */
	public void discard() throws IOException {
		if (this.content != null) {
			this.content.discard();
		}
	}

	/**
	 * How the JSON of a request says which file is meant, unless its parts have names of
	 * their own.
	 * @return the {@code file_id} or URL, or {@code attach://} with the name
	 */
	public String reference() {
		return (this.content != null) ? "attach://" + this.reference : this.reference;
	}

	private FileContent requireContent() {
		if (this.content == null) {
			throw new IllegalStateException("'" + this.reference + "' is not sent from here, so it has neither a name "
					+ "nor content: Telegram knows both");
		}
		return this.content;
	}

	private static String requireName(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("A file that is sent needs a name, such as 'photo.jpg'");
		}
		return name;
	}

	/**
	 * The server decodes it. {@link java.net.URI} would normalize names that are not in
	 * Unicode's composed form.
	 */
	private static String percentEncode(String path) {
		StringBuilder encoded = new StringBuilder();
		for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
			boolean plain = (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'Z')
					|| (octet >= 'a' && octet <= 'z') || UNRESERVED.indexOf(octet) >= 0;
			encoded.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
		}
		return encoded.toString();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof InputFile file && this.reference.equals(file.reference)
				&& Objects.equals(this.content, file.content);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.reference, this.content);
	}

	@Override
	public String toString() {
		return reference();
	}

}
