package io.github.telegramnopool.simulator.fault;

import java.time.Duration;

/**
 * What goes wrong with one connection to the proxy. Bytes are those of the tunnel: what
 * client and proxy say to each other before it stands is not counted.
 *
 * @since 0.1.0
 */
public sealed interface Fault {

	/**
	 * Nothing goes wrong.
	 * @return the fault that is none
	 */
	static Fault none() {
		return new None();
	}

	/**
	 * Reset the connection (TCP RST) as soon as it is accepted. To have no listener at
	 * all, see {@link FaultProxy#refuseConnections()}.
	 * @return the fault
	 */
	static Fault refuse() {
		return new Refuse();
	}

	/**
	 * Accept the connection, read what comes and never answer.
	 * @return the fault
	 */
	static Fault ignore() {
		return new Ignore();
	}

	/**
	 * Answer the request for a tunnel with a failure: HTTP 502, or SOCKS5's general
	 * failure.
	 * @return the fault
	 */
	static Fault failTunnel() {
		return new FailTunnel();
	}

	/**
	 * Swallow everything after so many bytes of both directions together. The connection
	 * stays open; that the target closes is kept from the client, that the client closes
	 * reaches the target.
	 * @param bytes what still passes; 0 for nothing once the tunnel stands
	 * @return the fault
	 */
	static Fault blackHoleAfter(long bytes) {
		return blackHoleAfter(bytes, Direction.BOTH);
	}

	/**
	 * Swallow everything of a direction after so many of its bytes.
	 * @param bytes what still passes
	 * @param direction what is counted and swallowed
	 * @return the fault
	 */
	static Fault blackHoleAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.BLACK_HOLE, bytes, direction);
	}

	/**
	 * Reset the connection (TCP RST, to both ends) after so many bytes of both directions
	 * together.
	 * @param bytes what still passes; 0 for a reset once the tunnel stands
	 * @return the fault
	 */
	static Fault resetAfter(long bytes) {
		return resetAfter(bytes, Direction.BOTH);
	}

	/**
	 * Reset the connection after so many bytes of a direction.
	 * @param bytes what still passes
	 * @param direction what is counted
	 * @return the fault
	 */
	static Fault resetAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.RESET, bytes, direction);
	}

	/**
	 * Close the connection (TCP FIN, to both ends) after so many bytes of a direction.
	 * @param bytes what still passes
	 * @param direction what is counted
	 * @return the fault
	 */
	static Fault closeAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.CLOSE, bytes, direction);
	}

	/**
	 * End what the client receives (TCP FIN) after so many bytes of a direction, and go
	 * on reading what it sends without passing it on.
	 * @param bytes what still passes
	 * @param direction what is counted
	 * @return the fault
	 */
	static Fault halfCloseAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.HALF_CLOSE, bytes, direction);
	}

	/**
	 * Pass everything on later, in order.
	 * @param delay the delay of each direction
	 * @return the fault
	 */
	static Fault latency(Duration delay) {
		return new Latency(delay);
	}

	/**
	 * Pass on only so many bytes at a time, in each direction. One byte each half second
	 * is a drip; an eighth of the bandwidth each 125 ms is a narrow line.
	 * @param bytes the bytes of one portion
	 * @param interval the time between two portions
	 * @return the fault
	 */
	static Fault drip(int bytes, Duration interval) {
		return new Drip(bytes, interval);
	}

	/**
	 * Pass on at most so many bytes a second, in each direction.
	 * @param bytesPerSecond the bandwidth
	 * @return the fault
	 */
	static Fault bandwidth(int bytesPerSecond) {
		return new Drip(Math.max(1, bytesPerSecond / 20), Duration.ofNanos(
				Math.max(1, bytesPerSecond / 20) * Duration.ofSeconds(1).toNanos() / requirePositive(bytesPerSecond)));
	}

	private static int requirePositive(int bytesPerSecond) {
		if (bytesPerSecond < 1) {
			throw new IllegalArgumentException("'bytesPerSecond' must be at least 1, but is " + bytesPerSecond);
		}
		return bytesPerSecond;
	}

	/**
	 * See {@link Fault#none()}.
	 *
	 * @since 0.1.0
	 */
	record None() implements Fault {

	}

	/**
	 * See {@link Fault#refuse()}.
	 *
	 * @since 0.1.0
	 */
	record Refuse() implements Fault {

	}

	/**
	 * See {@link Fault#ignore()}.
	 *
	 * @since 0.1.0
	 */
	record Ignore() implements Fault {

	}

	/**
	 * See {@link Fault#failTunnel()}.
	 *
	 * @since 0.1.0
	 */
	record FailTunnel() implements Fault {

	}

	/**
	 * Something that happens once, at a certain byte.
	 *
	 * @param action what happens
	 * @param after how many bytes still pass
	 * @param direction which bytes are counted
	 * @since 0.1.0
	 */
	record Cut(Action action, long after, Direction direction) implements Fault {

		public Cut {
			if (after < 0) {
				throw new IllegalArgumentException("'bytes' must not be negative, but is " + after);
			}
		}

		/**
		 * What can happen at a byte.
		 *
		 * @since 0.1.0
		 */
		public enum Action {

			/**
			 * The bytes after it are swallowed.
			 */
			BLACK_HOLE,

			/**
			 * Both connections are reset.
			 */
			RESET,

			/**
			 * Both connections are closed.
			 */
			CLOSE,

			/**
			 * The client's connection is closed in its receiving half.
			 */
			HALF_CLOSE

		}

	}

	/**
	 * See {@link Fault#latency(Duration)}.
	 *
	 * @param delay the delay of each direction
	 * @since 0.1.0
	 */
	record Latency(Duration delay) implements Fault {

		public Latency {
			if (delay.isNegative()) {
				throw new IllegalArgumentException("'delay' must not be negative, but is " + delay);
			}
		}

	}

	/**
	 * See {@link Fault#drip(int, Duration)}.
	 *
	 * @param bytes the bytes of one portion
	 * @param interval the time between two portions
	 * @since 0.1.0
	 */
	record Drip(int bytes, Duration interval) implements Fault {

		public Drip {
			if (bytes < 1 || interval.isNegative()) {
				throw new IllegalArgumentException("'bytes' must be at least 1 and 'interval' not negative, but are "
						+ bytes + " and " + interval);
			}
		}

	}

}
