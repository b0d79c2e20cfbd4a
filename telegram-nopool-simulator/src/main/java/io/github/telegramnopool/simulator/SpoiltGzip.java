// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * A body in gzip, or something that only claims to be. The length that is told is that of
 * the bytes that are sent.
 *
 * @since 0.1.0
 */
public final class SpoiltGzip {

	private static final int TRAILER = 8;

	private static final int GARBAGE = 64;

	private final UnaryOperator<byte[]> compression;

	private SpoiltGzip(UnaryOperator<byte[]> compression) {
		this.compression = compression;
	}

	/**
	 * Gzip as it should be.
	 * @return a whole compression
	 */
	public static SpoiltGzip whole() {
		return cutBy(0);
	}

	/**
	 * Leave out the last bytes.
	 * @param count the number of bytes that are missing
	 * @return a compression that ends too early
	 */
	public static SpoiltGzip cutBy(int count) {
		if (count < 0) {
			throw new IllegalArgumentException("'count' must not be negative, but is " + count);
		}
		return new SpoiltGzip((body) -> {
			byte[] whole = gzip(body);
			return Arrays.copyOf(whole, Math.max(0, whole.length - count));
		});
	}

	/**
	 * Send something else in place of the body.
	 * @return bytes that are no gzip
	 */
	public static SpoiltGzip garbage() {
		byte[] garbage = new byte[GARBAGE];
		new Random(0).nextBytes(garbage);
		return new SpoiltGzip((body) -> garbage);
	}

	/**
	 * Falsify the checksum at the end.
	 * @return a compression of which every byte of the body can be read
	 */
	public static SpoiltGzip wrongChecksum() {
		return new SpoiltGzip((body) -> {
			byte[] whole = gzip(body);
			whole[whole.length - TRAILER] ^= 1;
			return whole;
		});
	}

	/**
	 * Send blanks in place of the body, a thousand times more than are sent.
	 * @param size the number of blanks
	 * @return a compression that is large when it is undone
	 */
	public static SpoiltGzip bomb(int size) {
		if (size < 0) {
			throw new IllegalArgumentException("'size' must not be negative, but is " + size);
		}
		return new SpoiltGzip((body) -> {
			byte[] blanks = new byte[size];
			Arrays.fill(blanks, (byte) ' ');
			return gzip(blanks);
		});
	}

	byte[] compress(byte[] body) {
		return this.compression.apply(body);
	}

	private static byte[] gzip(byte[] body) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

}
