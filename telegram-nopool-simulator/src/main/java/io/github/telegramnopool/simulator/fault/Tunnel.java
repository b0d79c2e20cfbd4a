package io.github.telegramnopool.simulator.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A standing tunnel: passes bytes both ways until its fault strikes. Runs on the event
 * loop.
 */
final class Tunnel {

	private final Channel client;

	private final Channel target;

	private final TunnelEntry entry;

	private final Flow up;

	private final Flow down;

	private final Fault.@Nullable Cut cut;

	private long left;

	private @Nullable Direction swallowed;

	Tunnel(Channel client, Channel target, TunnelEntry entry) {
		this.client = client;
		this.target = target;
		this.entry = entry;
		this.cut = (entry.fault() instanceof Fault.Cut cut) ? cut : null;
		this.left = (this.cut != null) ? this.cut.after() : Long.MAX_VALUE;
		Pace pace = Pace.of(entry.fault());
		this.up = new Flow(client, target, pace);
		this.down = new Flow(target, client, pace);
	}

	/**
	 * Begin to pass bytes.
	 */
	void open() {
		this.entry.established();
		strikeIfDue(this.client);
		this.client.config().setAutoRead(true);
		this.target.config().setAutoRead(true);
	}

	void read(Direction flow, ByteBuf bytes) {
		this.entry.flowed(flow, bytes.readableBytes());
		try {
			pass(flow, bytes);
		}
		finally {
			bytes.release();
		}
	}

	/**
	 * One end has closed. That the client did always reaches the target, so that a server
	 * counts a connection no longer than its client holds it; that the target did is lost
	 * in a black hole like everything else.
	 */
	void closed(Direction flow) {
		if (flow == Direction.UP) {
			this.up.finish();
		}
		else if (!isSwallowed(flow)) {
			this.down.finish();
		}
	}

	/**
	 * One end was reset; the other shall see the same.
	 */
	void wasReset(Direction flow) {
		if (flow == Direction.UP) {
			Sockets.reset(this.target);
		}
		else if (!isSwallowed(flow)) {
			Sockets.reset(this.client);
		}
	}

	void freeze() {
		this.swallowed = Direction.BOTH;
	}

	void reset() {
		Sockets.reset(this.client);
		Sockets.reset(this.target);
	}

	void close() {
		this.client.close();
		this.target.close();
	}

	void balance() {
		this.up.balance();
		this.down.balance();
	}

	private void pass(Direction flow, ByteBuf bytes) {
		if (isSwallowed(flow)) {
			return;
		}
		if (this.cut == null || !this.cut.direction().covers(flow)) {
			flow(flow).write(bytes.readRetainedSlice(bytes.readableBytes()));
			return;
		}
		int count = (int) Math.min(this.left, bytes.readableBytes());
		this.left -= count;
		flow(flow).write(bytes.readRetainedSlice(count));
		strikeIfDue((flow == Direction.UP) ? this.target : this.client);
	}

	private void strikeIfDue(Channel last) {
		if (this.cut == null || this.left > 0 || this.swallowed != null) {
			return;
		}
		this.swallowed = (this.cut.action() == Fault.Cut.Action.BLACK_HOLE) ? this.cut.direction() : Direction.BOTH;
		// Behind the last byte that still passes
		last.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((written) -> strike(this.cut.action()));
	}

	private void strike(Fault.Cut.Action action) {
		switch (action) {
			case BLACK_HOLE -> {
			}
			case RESET -> reset();
			case CLOSE -> close();
			case HALF_CLOSE -> ((SocketChannel) this.client).shutdownOutput();
		}
	}

	private boolean isSwallowed(Direction flow) {
		return this.swallowed != null && this.swallowed.covers(flow);
	}

	private Flow flow(Direction flow) {
		return (flow == Direction.UP) ? this.up : this.down;
	}

}
