// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.util.ArrayList;
import java.util.List;

import io.netty.channel.Channel;

/**
 * One direction of a tunnel: takes what comes from a source through the stages of the
 * faults to a sink. While too much waits, the source is not read. Runs on the event loop.
 */
final class Flow {

	private final List<Stage> stages = new ArrayList<>();

	private final Channel source;

	private final Channel sink;

	Flow(Channel source, Channel sink) {
		this.source = source;
		this.sink = sink;
		this.stages.add(new SinkStage(sink));
		sink.closeFuture().addListener((closed) -> this.stages.forEach(Stage::discard));
	}

	/**
	 * Pass on a piece, and own its bytes from now on.
	 */
	void take(Piece piece) {
		if (this.sink.isOpen()) {
			this.stages.get(0).take(piece);
			balance();
		}
		else {
			piece.bytes().release();
		}
	}

	/**
	 * Let a stage come behind those that are there.
	 */
	void add(Stage stage) {
		this.stages.add(this.stages.size() - 1, stage);
		link();
	}

	/**
	 * Take a stage out; what waits in it is passed on.
	 */
	void remove(Stage stage) {
		if (this.stages.contains(stage)) {
			stage.leave();
			this.stages.remove(stage);
			link();
			balance();
		}
	}

	/**
	 * Read the source again if the stages and the sink keep up.
	 */
	void balance() {
		this.source.config().setAutoRead(this.sink.isWritable() && this.stages.stream().noneMatch(Stage::isFull));
	}

	private void link() {
		for (int i = 0; i < this.stages.size() - 1; i++) {
			this.stages.get(i).join(this, this.stages.get(i + 1));
		}
	}

}
