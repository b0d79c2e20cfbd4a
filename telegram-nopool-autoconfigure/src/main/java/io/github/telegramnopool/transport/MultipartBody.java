// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * A body of {@code multipart/form-data}: fields first, then files, each opened when the
 * one before it is written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 * @since 0.1.0
 */
public final class MultipartBody {

	private final String boundary = "telegram-nopool-" + UUID.randomUUID();

	private final byte[] fields;

	private final List<FilePart> files;

	private final byte[] end = ("--" + this.boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);

	/**
	 * Create a body.
	 * @param fields the texts by the names of their parts
	 * @param files the files
	 */
	public MultipartBody(Map<String, String> fields, List<FilePart> files) {
		StringBuilder parts = new StringBuilder();
		fields.forEach((name, text) -> parts.append(head(name)).append("\r\n\r\n").append(text).append("\r\n"));
		this.fields = parts.toString().getBytes(StandardCharsets.UTF_8);
		this.files = List.copyOf(files);
	}

	private String head(String name) {
		return "--" + this.boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"";
	}

	private byte[] head(FilePart file) {
		return (head(file.name()) + "; filename=\"" + quoted(file.filename())
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * As browsers do, and also what the server would take for an escape: it reads a
	 * backslash as one, and then decodes percents.
	 * @see <a href=
	 * "https://github.com/tdlib/td/blob/master/tdnet/td/net/HttpReader.cpp">HttpReader</a>
	 */
	private static String quoted(String name) {
		return name.replace("%", "%25")
			.replace("\\", "%5C")
			.replace("\"", "%22")
			.replace("\r", "%0D")
			.replace("\n", "%0A");
	}

	/**
	 * The files.
	 * @return the files in the order in which they are written
	 */
	public List<FilePart> files() {
		return this.files;
	}

	/**
	 * Length of the whole body.
	 * @return the number of bytes, or -1 if that of a file is not known
	 */
	public long length() {
		long length = this.fields.length + (long) this.end.length;
		for (FilePart file : this.files) {
			if (file.length() < 0) {
				return -1;
			}
			length += head(file).length + file.length() + 2;
		}
		return length;
	}

	String contentType() {
		return "multipart/form-data; boundary=" + this.boundary;
	}

	/**
	 * The bytes. Files are read on the given threads.
	 */
	Flux<DataBuffer> content(Scheduler threads) {
		List<Flux<DataBuffer>> pieces = new ArrayList<>();
		pieces.add(bytes(this.fields));
		for (FilePart file : this.files) {
			pieces.add(bytes(head(file)));
			pieces.add(new FileChunks(file, threads).read());
			pieces.add(bytes("\r\n".getBytes(StandardCharsets.UTF_8)));
		}
		pieces.add(bytes(this.end));
		return Flux.concat(pieces);
	}

	private static Flux<DataBuffer> bytes(byte[] bytes) {
		return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
	}

}
