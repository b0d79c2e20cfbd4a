// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Takes a multipart body apart while it arrives, holding no more of it than the head of a
 * part or the length of a boundary.
 * <p>
 * Netty's decoder would do but for file names, in which it replaces commas, colons,
 * semicolons and equals signs by blanks.
 */
final class MultipartReader {

	private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))",
			Pattern.CASE_INSENSITIVE);

	private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	/**
	 * {@code MAX_TOTAL_HEADERS_LENGTH}, for all heads together.
	 */
	private static final int MAX_HEADS = 256 * 1024;

	/**
	 * What was not consumed yet. It begins with a line break, for the first boundary has
	 * none before it.
	 */
	private final ByteBuf rest = Unpooled.buffer().writeByte('\r').writeByte('\n');

	private final Function<PartHead, PartSink> parts;

	private final byte[] delimiter;

	private State state = State.PREAMBLE;

	private int heads;

	private @Nullable PartSink part;

	/**
	 * Create a reader.
	 * @param parts opens each part
	 */
	MultipartReader(String contentType, Function<PartHead, PartSink> parts) {
		Matcher matcher = BOUNDARY.matcher(contentType);
		if (!matcher.find()) {
			throw new ProtocolError(400);
		}
		String boundary = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
		this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
		this.parts = parts;
	}

	void take(ByteBuf piece) {
		this.rest.writeBytes(piece);
		while (step()) {
			// Goes on until more bytes are needed
		}
		this.rest.discardReadBytes();
	}

	/**
	 * Make sure that the last boundary has come.
	 */
	void complete() {
		if (this.state != State.EPILOGUE) {
			throw new ProtocolError(400);
		}
	}

	void release() {
		this.rest.release();
		if (this.part != null) {
			this.part.release();
		}
	}

	private boolean step() {
		return switch (this.state) {
			case PREAMBLE, CONTENT -> content();
			case BOUNDARY -> boundary();
			case HEAD -> head();
			case EPILOGUE -> {
				this.rest.skipBytes(this.rest.readableBytes());
				yield false;
			}
		};
	}

	/**
	 * Pass on what comes before the next boundary, as far as it is sure to be no part of
	 * that.
	 */
	private boolean content() {
		int length = find(this.delimiter);
		int sure = (length >= 0) ? length : Math.max(this.rest.readableBytes() - this.delimiter.length + 1, 0);
		if (this.part != null && sure > 0) {
			this.part.take(this.rest, sure);
		}
		this.rest.skipBytes(sure);
		if (length < 0) {
			return false;
		}
		this.rest.skipBytes(this.delimiter.length);
		if (this.part != null) {
			this.part.complete();
			this.part = null;
		}
		this.state = State.BOUNDARY;
		return true;
	}

	private boolean boundary() {
		if (this.rest.readableBytes() < 2) {
			return false;
		}
		boolean last = this.rest.getShort(this.rest.readerIndex()) == ('-' << 8 | '-');
		this.state = last ? State.EPILOGUE : State.HEAD;
		return true;
	}

	private boolean head() {
		int length = find(HEAD_END);
		if (this.heads + Math.max(length, 0) > MAX_HEADS
				|| (length < 0 && this.heads + this.rest.readableBytes() > MAX_HEADS)) {
			throw new ProtocolError(431);
		}
		if (length < 0) {
			return false;
		}
		this.heads += length;
		PartHead head = PartHead.parse(this.rest.readString(length, StandardCharsets.UTF_8));
		this.rest.skipBytes(HEAD_END.length);
		this.part = this.parts.apply(head);
		this.state = State.CONTENT;
		return true;
	}

	/**
	 * Count the bytes before a text, or -1 if it has not come.
	 */
	private int find(byte[] text) {
		int begin = this.rest.readerIndex();
		int last = this.rest.writerIndex() - text.length;
		for (int at = begin; at <= last; at++) {
			at = ByteBufUtil.indexOf(this.rest, at, last + 1, text[0]);
			if (at < 0) {
				return -1;
			}
			if (matches(text, at)) {
				return at - begin;
			}
		}
		return -1;
	}

	private boolean matches(byte[] text, int at) {
		for (int i = 1; i < text.length; i++) {
			if (this.rest.getByte(at + i) != text[i]) {
				return false;
			}
		}
		return true;
	}

	private enum State {

		PREAMBLE, BOUNDARY, HEAD, CONTENT, EPILOGUE

	}

}
