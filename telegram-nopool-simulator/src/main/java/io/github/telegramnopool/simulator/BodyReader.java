package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;

/**
 * Reads a request's body into memory, within the limits of {@code HttpReader}: 1 MiB of
 * parameters. A multipart body may be as large as the cloud takes, 50 MB and a little.
 */
final class BodyReader {

	private static final int MAX_PARAMETERS = 1024 * 1024;

	private static final int MAX_MULTIPART = 52 * 1024 * 1024;

	private BodyReader() {
	}

	static Mono<byte[]> read(Exchange exchange) {
		boolean multipart = exchange.header(HttpHeaderNames.CONTENT_TYPE).startsWith("multipart/");
		int limit = multipart ? MAX_MULTIPART : MAX_PARAMETERS;
		String encoding = exchange.header(HttpHeaderNames.CONTENT_ENCODING).toLowerCase(Locale.ROOT);
		return exchange.request()
			.receive()
			.asByteArray()
			.reduceWith(ByteArrayOutputStream::new, (body, bytes) -> append(body, bytes, limit))
			.map((body) -> decode(body.toByteArray(), encoding, limit));
	}

	private static ByteArrayOutputStream append(ByteArrayOutputStream body, byte[] bytes, int limit) {
		if (body.size() + bytes.length > limit) {
			throw new ProtocolError(413);
		}
		body.writeBytes(bytes);
		return body;
	}

	private static byte[] decode(byte[] body, String encoding, int limit) {
		if (encoding.isEmpty() || encoding.equals("identity")) {
			return body;
		}
		try (InputStream decoded = decoder(body, encoding)) {
			byte[] result = decoded.readNBytes(limit + 1);
			if (result.length > limit) {
				throw new ProtocolError(413);
			}
			return result;
		}
		catch (IOException ex) {
			throw new ProtocolError(400);
		}
	}

	private static InputStream decoder(byte[] body, String encoding) throws IOException {
		return switch (encoding) {
			case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body));
			case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(body));
			default -> throw new ProtocolError(415);
		};
	}

}
