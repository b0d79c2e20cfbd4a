package io.github.telegramnopool.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a tunnel: takes bytes from a source and passes them on to a sink at
 * its pace. While too many wait, the source is not read. Runs on the event loop.
 */
final class Flow {

	private static final int MAX_WAITING = 16 * 1024;

	private final Deque<Chunk> waiting = new ArrayDeque<>();

	private final Channel source;

	private final Channel sink;

	private final Pace pace;

	private int waitingBytes;

	private long nextPortionAt = System.nanoTime();

	private boolean scheduled;

	Flow(Channel source, Channel sink, Pace pace) {
		this.source = source;
		this.sink = sink;
		this.pace = pace;
		sink.closeFuture().addListener((closed) -> discard());
	}

	/**
	 * Pass on bytes, and own them from now on.
	 */
	void write(ByteBuf bytes) {
		add(bytes);
		this.waitingBytes += bytes.readableBytes();
		pump();
	}

	/**
	 * Close the sink behind what was written.
	 */
	void finish() {
		add(null);
		pump();
	}

	/**
	 * Read the source again if the sink keeps up.
	 */
	void balance() {
		this.source.config().setAutoRead(this.waitingBytes <= MAX_WAITING && this.sink.isWritable());
	}

	private void add(@Nullable ByteBuf bytes) {
		this.waiting.addLast(new Chunk(bytes, System.nanoTime() + this.pace.delay()));
	}

	private void pump() {
		while (!this.scheduled && !this.waiting.isEmpty()) {
			Chunk head = this.waiting.getFirst();
			long wait = Math.max(head.notBefore() - System.nanoTime(), this.nextPortionAt - System.nanoTime());
			if (wait > 0) {
				this.scheduled = true;
				this.sink.eventLoop().schedule(this::resume, wait, TimeUnit.NANOSECONDS);
			}
			else {
				pass(head);
			}
		}
		balance();
	}

	private void resume() {
		this.scheduled = false;
		pump();
	}

	private void pass(Chunk head) {
		ByteBuf bytes = head.bytes();
		if (bytes == null) {
			this.waiting.removeFirst();
			Sockets.closeGently(this.sink);
			return;
		}
		int count = Math.min(this.pace.portion(), bytes.readableBytes());
		this.sink.writeAndFlush(bytes.readRetainedSlice(count));
		this.waitingBytes -= count;
		this.nextPortionAt = System.nanoTime() + this.pace.interval();
		if (!bytes.isReadable()) {
			this.waiting.removeFirst();
			bytes.release();
		}
	}

	private void discard() {
		this.waiting.forEach((chunk) -> {
			if (chunk.bytes() != null) {
				chunk.bytes().release();
			}
		});
		this.waiting.clear();
		this.waitingBytes = 0;
	}

	/**
	 * Bytes that wait, or the end of them.
	 *
	 * @param bytes the bytes, or {@code null} for the end
	 * @param notBefore when they may be passed on, as {@link System#nanoTime()}
	 */
	private record Chunk(@Nullable ByteBuf bytes, long notBefore) {

	}

}
