// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Exchange} that somebody wants to know more of: how long its request took to
 * be written.
 */
final class MeasuredExchange extends Exchange {

	private volatile long written;

	MeasuredExchange(@Nullable UploadMeter upload) {
		super(upload);
	}

	@Override
	void written() {
		this.written = System.nanoTime();
	}

	@Override
	PhaseTimes times() {
		PhaseClock clock = ended();
		return clock.times().withWriting(clock.until(Phase.REQUEST, this.written));
	}

}
