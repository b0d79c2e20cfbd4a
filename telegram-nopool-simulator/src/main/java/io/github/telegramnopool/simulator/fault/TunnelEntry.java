// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * The growing record of one connection. Written by the event loop, read by anyone.
 */
final class TunnelEntry {

	private final long number;

	private final Fault fault;

	private final RandomGenerator random;

	private final Instant openedAt = Instant.now();

	private TunnelRecord.Protocol protocol = TunnelRecord.Protocol.UNKNOWN;

	private TunnelRecord.Credentials credentials = TunnelRecord.Credentials.NONE;

	private @Nullable Target target;

	private boolean established;

	private long bytesUp;

	private long bytesDown;

	private @Nullable Instant closedAt;

	TunnelEntry(long number, Fault fault, long seed) {
		this.number = number;
		this.fault = fault;
		this.random = new SplittableRandom(seed);
	}

	Fault fault() {
		return this.fault;
	}

	RandomGenerator random() {
		return this.random;
	}

	synchronized void speaks(TunnelRecord.Protocol protocol) {
		this.protocol = protocol;
	}

	synchronized void credentials(TunnelRecord.Credentials credentials) {
		this.credentials = credentials;
	}

	synchronized void asksFor(Target target) {
		this.target = target;
	}

	synchronized void established() {
		this.established = true;
	}

	synchronized void flowed(Direction flow, int bytes) {
		if (flow == Direction.UP) {
			this.bytesUp += bytes;
		}
		else {
			this.bytesDown += bytes;
		}
	}

	synchronized void closed() {
		this.closedAt = Instant.now();
	}

	synchronized TunnelRecord toRecord() {
		Target target = (this.target != null) ? this.target : Target.NONE;
		return new TunnelRecord(this.number, this.protocol, this.credentials,
				(this.target != null) ? target.host() : null, target.port(), target.type(), this.established,
				this.bytesUp, this.bytesDown, this.fault, this.openedAt, this.closedAt);
	}

}
