// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * Keeps a body in memory.
 */
final class MemorySink implements BodySink<byte[]> {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@Override
	public void take(ByteBuf piece) {
		this.bytes.writeBytes(ByteBufUtil.getBytes(piece));
	}

	@Override
	public byte[] complete() {
		return this.bytes.toByteArray();
	}

	@Override
	public void release() {
	}

}
