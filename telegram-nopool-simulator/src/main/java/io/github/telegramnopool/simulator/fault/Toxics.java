// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * The faults of <a href="https://github.com/Shopify/toxiproxy">Toxiproxy</a> by their
 * names, for who knows them from there. Unless {@link TunnelFault#only(Direction)} says
 * otherwise they hold for both directions, where Toxiproxy's hold for what the client
 * receives.
 *
 * @since 0.1.0
 */
public final class Toxics {

	private Toxics() {
	}

	/**
	 * Delay everything.
	 * @param latency the delay of each direction
	 * @param jitter what is added to it or taken from it at most
	 * @return the fault
	 */
	public static TunnelFault latency(Duration latency, Duration jitter) {
		return Fault.latency(latency, jitter);
	}

	/**
	 * Limit the bandwidth.
	 * @param kilobytesPerSecond the bandwidth of each direction, in units of 1000 bytes
	 * @return the fault
	 */
	public static TunnelFault bandwidth(int kilobytesPerSecond) {
		return Fault.bandwidth(Math.multiplyExact(kilobytesPerSecond, 1000));
	}

	/**
	 * Delay the end of the connection, but not its bytes.
	 * @param delay how long it seems to be open
	 * @return the fault
	 */
	public static TunnelFault slowClose(Duration delay) {
		return new SlowClose(delay, Direction.BOTH);
	}

	/**
	 * Let nothing pass, and close the connection after a time.
	 * @param timeout the time; zero to hold it open for ever
	 * @return the fault
	 */
	public static Fault timeout(Duration timeout) {
		Fault silence = Fault.blackHoleAfter(0);
		return timeout.isZero() ? silence : silence.and(Fault.closeAfter(0, Direction.BOTH).after(timeout));
	}

	/**
	 * Reset the connection (TCP RST) after a time.
	 * @param timeout the time; zero for a reset once the tunnel stands
	 * @return the fault
	 */
	public static TunnelFault resetPeer(Duration timeout) {
		return timeout.isZero() ? Fault.resetAfter(0) : Fault.resetAfter(0).after(timeout);
	}

	/**
	 * Cut what passes into small pieces.
	 * @param averageSize the mean size of a piece, in bytes
	 * @param sizeVariation what is added to it or taken from it at most; less than the
	 * size
	 * @param delay the time between two pieces
	 * @return the fault
	 */
	public static TunnelFault slicer(int averageSize, int sizeVariation, Duration delay) {
		return new Portions(averageSize, sizeVariation, delay, Direction.BOTH);
	}

	/**
	 * Close the connection after so many bytes of both directions together.
	 * @param bytes what still passes
	 * @return the fault
	 */
	public static TunnelFault limitData(long bytes) {
		return Fault.closeAfter(bytes, Direction.BOTH);
	}

}
