// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;

/**
 * A standing tunnel: passes bytes both ways, through the faults that it has met. Runs on
 * the event loop.
 */
final class Tunnel {

	private final Channel client;

	private final Channel target;

	private final TunnelEntry entry;

	private final Flow up;

	private final Flow down;

	/**
	 * What ends the faults.
	 */
	private final List<Runnable> struck = new ArrayList<>();

	Tunnel(Channel client, Channel target, TunnelEntry entry) {
		this.client = client;
		this.target = target;
		this.entry = entry;
		this.up = new Flow(client, target);
		this.down = new Flow(target, client);
	}

	/**
	 * Begin to pass bytes.
	 */
	void open() {
		this.entry.established();
		strike(this.entry.fault());
		this.client.config().setAutoRead(true);
		this.target.config().setAutoRead(true);
	}

	/**
	 * Meet a fault from now on.
	 */
	void strike(Fault fault) {
		for (Fault part : fault.parts()) {
			if (part instanceof StreamFault stream) {
				this.struck.add(stream.strike(this));
			}
		}
	}

	/**
	 * End all faults. What was held is passed on; what was swallowed is lost.
	 */
	void heal() {
		this.struck.forEach(Runnable::run);
		this.struck.clear();
	}

	void read(Direction flow, ByteBuf bytes) {
		this.entry.flowed(flow, bytes.readableBytes());
		flow(flow).take(Piece.of(bytes));
	}

	/**
	 * One end has closed.
	 */
	void closed(Direction flow) {
		flow(flow).take(Piece.end());
	}

	/**
	 * One end was reset; the other shall see the same.
	 */
	void wasReset(Direction flow) {
		if (flow == Direction.UP) {
			Sockets.reset(this.target);
		}
		else {
			this.down.take(Piece.behind(() -> Sockets.reset(this.client)));
		}
	}

	void cut(Cut.Action action) {
		switch (action) {
			case BLACK_HOLE -> {
			}
			case RESET -> reset();
			case CLOSE -> close();
			case HALF_CLOSE -> ((SocketChannel) this.client).shutdownOutput();
		}
	}

	void reset() {
		Sockets.reset(this.client);
		Sockets.reset(this.target);
	}

	void close() {
		this.client.close();
		this.target.close();
	}

	void whenTargetIsClosed(Runnable action) {
		this.target.closeFuture().addListener((closed) -> action.run());
	}

	void balance() {
		this.up.balance();
		this.down.balance();
	}

	Flow flow(Direction flow) {
		return (flow == Direction.UP) ? this.up : this.down;
	}

	/**
	 * Add a stage to one direction or to both.
	 * @return takes it out again
	 */
	Runnable add(Direction direction, Function<Direction, Stage> stages) {
		List<Runnable> ends = new ArrayList<>();
		for (Direction flow : List.of(Direction.UP, Direction.DOWN)) {
			if (direction.covers(flow)) {
				Stage stage = stages.apply(flow);
				flow(flow).add(stage);
				ends.add(() -> flow(flow).remove(stage));
			}
		}
		return () -> ends.forEach(Runnable::run);
	}

	/**
	 * Do something later if an end is still there.
	 * @return cancels it
	 */
	Runnable schedule(Duration delay, Runnable task) {
		Future<?> scheduled = this.client.eventLoop().schedule(() -> {
			if (this.client.isOpen() || this.target.isOpen()) {
				task.run();
			}
		}, delay.toNanos(), TimeUnit.NANOSECONDS);
		return () -> scheduled.cancel(false);
	}

	/**
	 * The chance of this connection, which depends on its number.
	 */
	RandomGenerator random() {
		return this.entry.random();
	}

}
