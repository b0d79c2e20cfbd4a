// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * What goes wrong in a tunnel that stands, and so can begin and end at any time.
 *
 * @since 0.1.0
 */
public sealed interface TunnelFault extends Fault permits StreamFault {

	/**
	 * Begin later.
	 * @param time the time since the tunnel stands, or since the fault was set on a live
	 * one
	 * @return the fault that begins then
	 */
	TunnelFault after(Duration time);

	/**
	 * End by itself.
	 * @param time the time since it began
	 * @return the fault that ends then
	 */
	TunnelFault lasting(Duration time);

	/**
	 * Hold for one direction.
	 * @param direction the direction
	 * @return the fault that leaves the other direction alone
	 */
	TunnelFault only(Direction direction);

}
