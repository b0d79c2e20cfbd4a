// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes wrong with one connection to the proxy. Bytes are those of the tunnel: what
 * client and proxy say to each other before it stands is not counted.
 * <p>
 * A connection can meet several faults at a time, see {@link #and(Fault)}; those of a
 * standing tunnel can begin and end at a time and hold for one direction, see
 * {@link TunnelFault}. {@link Toxics} has Toxiproxy's by their names.
 *
 * @since 0.1.0
 */
public sealed interface Fault permits EntryFault, TunnelFault, Combined {

	/**
	 * Nothing goes wrong.
	 * @return the fault that is none
	 */
	static Fault none() {
		return new EntryFault.None();
	}

	/**
	 * Reset the connection (TCP RST) as soon as it is accepted. To have no listener at
	 * all, see {@link FaultProxy#refuseConnections()}.
	 * @return the fault
	 */
	static Fault refuse() {
		return new EntryFault.Refuse();
	}

	/**
	 * Accept the connection, read what comes and never answer.
	 * @return the fault
	 */
	static Fault ignore() {
		return new EntryFault.Ignore();
	}

	/**
	 * Say at once that the tunnel stands, though nothing is connected, and swallow what
	 * is sent into it.
	 * @return the fault
	 */
	static Fault tunnelToNowhere() {
		return new EntryFault.Nowhere();
	}

	/**
	 * Let the client wait for its tunnel.
	 * @param delay the time from its request to the attempt to reach the target
	 * @return the fault
	 */
	static Fault slowTunnel(Duration delay) {
		return new EntryFault.SlowTunnel(delay);
	}

	/**
	 * Answer the request for a tunnel with a failure: HTTP 502, or the general failure of
	 * SOCKS.
	 * @return the fault
	 */
	static FailTunnel failTunnel() {
		return failTunnel(502);
	}

	/**
	 * Answer the request for a tunnel with a status. From 200 to 299 the tunnel stands
	 * nevertheless; SOCKS knows no status and tells of a general failure.
	 * @param status a number from 200 to 599
	 * @return the fault, which can be given headers and a body
	 */
	static FailTunnel failTunnel(int status) {
		return FailTunnel.of(status);
	}

	/**
	 * Swallow everything after so many bytes of both directions together. The connection
	 * stays open; that the target closes is kept from the client, that the client closes
	 * reaches the target.
	 * @param bytes what still passes; 0 for nothing once the tunnel stands
	 * @return the fault
	 */
	static TunnelFault blackHoleAfter(long bytes) {
		return blackHoleAfter(bytes, Direction.BOTH);
	}

	/**
	 * Swallow everything of a direction after so many of its bytes.
	 * @param bytes what still passes
	 * @param direction what is counted and swallowed
	 * @return the fault
	 */
	static TunnelFault blackHoleAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.BLACK_HOLE, bytes, direction);
	}

	/**
	 * Reset the connection (TCP RST, to both ends) after so many bytes of both directions
	 * together.
	 * @param bytes what still passes; 0 for a reset once the tunnel stands
	 * @return the fault
	 */
	static TunnelFault resetAfter(long bytes) {
		return resetAfter(bytes, Direction.BOTH);
	}

	/**
	 * Reset the connection after so many bytes of a direction.
	 * @param bytes what still passes
	 * @param direction what is counted
	 * @return the fault
	 */
	static TunnelFault resetAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.RESET, bytes, direction);
	}

	/**
	 * Close the connection (TCP FIN, to both ends) after so many bytes of a direction.
	 * @param bytes what still passes
	 * @param direction what is counted
	 * @return the fault
	 */
	static TunnelFault closeAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.CLOSE, bytes, direction);
	}

	/**
	 * End what the client receives (TCP FIN) after so many bytes of a direction, and go
	 * on reading what it sends without passing it on.
	 * @param bytes what still passes
	 * @param direction what is counted
	 * @return the fault
	 */
	static TunnelFault halfCloseAfter(long bytes, Direction direction) {
		return new Cut(Cut.Action.HALF_CLOSE, bytes, direction);
	}

	/**
	 * Pass nothing on while the fault lasts and all of it afterwards, as a path does that
	 * is gone for a while. That the client closes reaches the target at once.
	 * @return the fault
	 */
	static TunnelFault hold() {
		return new Hold(Direction.BOTH);
	}

	/**
	 * Hold everything again and again: after a random life, for a time.
	 * @param life the mean time during which bytes pass
	 * @param darkness the time during which they are held
	 * @return the fault
	 */
	static TunnelFault goDark(Duration life, Duration darkness) {
		return new GoDark(life, darkness, Direction.BOTH);
	}

	/**
	 * Pass everything on later, in order.
	 * @param delay the delay of each direction
	 * @return the fault
	 */
	static TunnelFault latency(Duration delay) {
		return latency(delay, Duration.ZERO);
	}

	/**
	 * Pass everything on later, in order.
	 * @param delay the delay of each direction
	 * @param jitter what is added to it or taken from it at most, by chance
	 * @return the fault
	 */
	static TunnelFault latency(Duration delay, Duration jitter) {
		return new Latency(delay, jitter, Direction.BOTH);
	}

	/**
	 * Pass on only so many bytes at a time, in each direction. One byte each half second
	 * is a drip; an eighth of the bandwidth each 125 ms is a narrow line.
	 * @param bytes the bytes of one portion
	 * @param interval the time between two portions
	 * @return the fault
	 */
	static TunnelFault drip(int bytes, Duration interval) {
		return new Portions(bytes, 0, interval, Direction.BOTH);
	}

	/**
	 * Pass on at most so many bytes a second, in each direction.
	 * @param bytesPerSecond the bandwidth
	 * @return the fault
	 */
	static TunnelFault bandwidth(int bytesPerSecond) {
		return Portions.ofBandwidth(bytesPerSecond);
	}

	/**
	 * Let a connection meet another fault too. Of several that strike before the tunnel
	 * stands, the first of a kind counts.
	 * @param other the other fault
	 * @return both
	 */
	default Fault and(Fault other) {
		return new Combined(Stream.concat(parts().stream(), other.parts().stream()).toList());
	}

	/**
	 * The single faults that this one consists of.
	 * @return the faults in order
	 */
	default List<Fault> parts() {
		return List.of(this);
	}

}
