// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One {@link SwiftTelegram} and the lines that lead to it. Lines are there as soon as
 * they are asked for, and stay until the end.
 */
public final class Stage implements AutoCloseable {

	private static final int DISTANCES = 8;

	private final Path folder;

	private final SwiftTelegram telegram;

	private final Map<Duration, RoundTrip> distances = new HashMap<>();

	private final Map<LocalProxy.Kind, LocalProxy> proxies = new EnumMap<>(LocalProxy.Kind.class);

	private final Deque<AutoCloseable> open = new ArrayDeque<>();

	/**
	 * Create with a Telegram that listens.
	 * @param folder for the files of what is started
	 * @throws Exception if it cannot be started
	 */
	public Stage(Path folder) throws Exception {
		this.folder = folder;
		String[] addresses = Stream
			.concat(Stream.of("127.0.0.1"), IntStream.rangeClosed(1, DISTANCES).mapToObj(RoundTrip::address))
			.toArray(String[]::new);
		this.telegram = SwiftTelegram.start(OwnNetwork.isHere() ? "0.0.0.0" : "127.0.0.1", addresses);
		this.open.push(this.telegram);
	}

	/**
	 * The Telegram to which all lines lead.
	 * @return it
	 */
	public SwiftTelegram telegram() {
		return this.telegram;
	}

	/**
	 * Folder for files.
	 * @return it
	 */
	public Path folder() {
		return this.folder;
	}

	/**
	 * The line with nothing between.
	 * @return the line
	 */
	public Line direct() {
		return new Line("direct", url("127.0.0.1", this.telegram.port()), null);
	}

	/**
	 * A line with a distance.
	 * @param time the time of a round trip; none for the direct line
	 * @return the line
	 * @throws IOException if the distance cannot be made
	 */
	public Line far(Duration time) throws IOException {
		if (time.isZero()) {
			return direct();
		}
		RoundTrip distance = this.distances.get(time);
		if (distance == null) {
			distance = RoundTrip.begin(this.distances.size() + 1, time, this.telegram.port(), this.folder);
			this.distances.put(time, distance);
			this.open.push(distance);
		}
		String name = "round trip " + time.toMillis() + " ms"
				+ (distance.isComplete() ? "" : " (not of TCP's handshake)");
		return new Line(name, url(distance.host(), distance.port()), null);
	}

	/**
	 * A line through a real proxy.
	 * @param kind which
	 * @return the line
	 * @throws NotHere if the proxy is not installed
	 * @throws IOException if it cannot be started
	 */
	public Line through(LocalProxy.Kind kind) throws NotHere, IOException {
		LocalProxy proxy = this.proxies.get(kind);
		if (proxy == null) {
			proxy = LocalProxy.start(kind, this.folder);
			this.proxies.put(kind, proxy);
			this.open.push(proxy);
		}
		return new Line(kind.title(), url("127.0.0.1", this.telegram.port()), proxy.url());
	}

	private static URI url(String host, int port) {
		return URI.create("https://" + host + ":" + port);
	}

	@Override
	public void close() throws Exception {
		while (!this.open.isEmpty()) {
			this.open.pop().close();
		}
	}

}
