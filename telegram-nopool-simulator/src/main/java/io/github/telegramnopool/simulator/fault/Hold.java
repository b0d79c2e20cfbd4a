// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

/**
 * Nothing passes while it lasts, and nothing is lost.
 *
 * @param direction what is held
 */
record Hold(Direction direction) implements StreamFault {

	@Override
	public Runnable strike(Tunnel tunnel) {
		return tunnel.add(this.direction, HoldStage::new);
	}

	@Override
	public Hold only(Direction direction) {
		return new Hold(direction);
	}

}
