// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A real proxy that runs on this machine, if it is installed.
 */
public final class LocalProxy implements AutoCloseable {

	private static final int TRIES = 100;

	private final Process process;

	private final URI url;

	private LocalProxy(Process process, URI url) {
		this.process = process;
		this.url = url;
	}

	/**
	 * Start one.
	 * @param kind which
	 * @param folder for its settings and its log
	 * @return the proxy, which listens
	 * @throws NotHere if it is not installed or does not start
	 * @throws IOException if files cannot be written
	 */
	static LocalProxy start(Kind kind, Path folder) throws IOException, NotHere {
		Path program = Program.find(kind.program)
			.orElseThrow(() -> new NotHere(kind.program + " is not installed: apt-get install " + kind.artifact));
		int port = freePort();
		Path settings = folder.resolve(kind.title() + ".conf");
		Path log = folder.resolve(kind.title() + ".log");
		Files.writeString(settings, kind.settings(port));
		List<String> command = new ArrayList<>(List.of(program.toString()));
		kind.arguments.forEach((argument) -> command
			.add(argument.replace("PORT", Integer.toString(port)).replace("FILE", settings.toString())));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		LocalProxy proxy = new LocalProxy(process, URI.create(kind.scheme + "://127.0.0.1:" + port));
		if (!proxy.listens()) {
			proxy.close();
			throw new NotHere(kind.program + " does not start: see " + log);
		}
		return proxy;
	}

	URI url() {
		return this.url;
	}

	private boolean listens() throws IOException {
		for (int i = 0; i < TRIES && this.process.isAlive(); i++) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(this.url.getHost(), this.url.getPort()));
				return true;
			}
			catch (IOException ex) {
				pause();
			}
		}
		return false;
	}

	private void pause() throws IOException {
		try {
			this.process.waitFor(100, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * Those that are known.
	 */
	public enum Kind {

		/**
		 * squid: CONNECT.
		 */
		SQUID("squid", "squid", "http", "-N", "-f", "FILE"),

		/**
		 * tinyproxy: CONNECT.
		 */
		TINYPROXY("tinyproxy", "tinyproxy", "http", "-d", "-c", "FILE"),

		/**
		 * microsocks: SOCKS5.
		 */
		MICROSOCKS("microsocks", "microsocks", "socks5", "-i", "127.0.0.1", "-p", "PORT"),

		/**
		 * dante: SOCKS5.
		 */
		DANTE("danted", "dante-server", "socks5", "-f", "FILE");

		private final String program;

		private final String artifact;

		private final String scheme;

		private final List<String> arguments;

		Kind(String program, String artifact, String scheme, String... arguments) {
			this.program = program;
			this.artifact = artifact;
			this.scheme = scheme;
			this.arguments = List.of(arguments);
		}

		/**
		 * What it is called in tables.
		 * @return its name
		 */
		public String title() {
			return name().toLowerCase(Locale.ROOT);
		}

		private String settings(int port) throws IOException {
			if (!this.arguments.contains("FILE")) {
				return "";
			}
			try (InputStream in = Objects
				.requireNonNull(LocalProxy.class.getResourceAsStream("/price/" + title() + ".conf"))) {
				return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("PORT", Integer.toString(port));
			}
		}

	}

}
