// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;

/**
 * What happens to the bytes of an answer, whatever is in them.
 *
 * @param delay the pause before the first
 * @param delayPerByte the pause before each
 * @param end what comes behind the last
 * @param cut how many are written at most
 */
record WireFault(Duration delay, Duration delayPerByte, End end, int cut) {

	static final WireFault NONE = new WireFault(Duration.ZERO, Duration.ZERO, End.WHOLE, Integer.MAX_VALUE);

	boolean isNone() {
		return equals(NONE);
	}

	WireFault delay(Duration delay) {
		return new WireFault(delay, this.delayPerByte, this.end, this.cut);
	}

	WireFault delayPerByte(Duration delayPerByte) {
		return new WireFault(this.delay, delayPerByte, this.end, this.cut);
	}

	WireFault endsAt(int cut, End end) {
		return new WireFault(this.delay, this.delayPerByte, end, cut);
	}

	/**
	 * How an answer ends.
	 */
	enum End {

		/**
		 * Behind all of it, as it should.
		 */
		WHOLE,

		/**
		 * By a FIN, and without the goodbye of TLS.
		 */
		CLOSE,

		/**
		 * By a RST.
		 */
		RESET,

		/**
		 * Not at all: nothing more comes, until the client closes.
		 */
		SILENCE

	}

}
