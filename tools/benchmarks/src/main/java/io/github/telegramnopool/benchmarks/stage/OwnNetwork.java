// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network namespace of Linux for this run alone: nothing else on the machine has
 * connections in it, its range of ports can be made small, and it can have lines with a
 * round trip. Root can have one, and on most machines everyone.
 */
public final class OwnNetwork {

	private static final String MARK = "price.own-network";

	private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

	private OwnNetwork() {
	}

	/**
	 * Whether this process is in a network of its own.
	 * @return whether {@link #reenter} started it
	 */
	public static boolean isHere() {
		return Boolean.getBoolean(MARK);
	}

	/**
	 * Run this JVM's main class once more, in a network of its own.
	 * @param main the main class
	 * @param arguments its arguments
	 * @return its exit status, or nothing if there can be no such network
	 * @throws IOException if the process cannot be started
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static Optional<Integer> reenter(Class<?> main, String... arguments)
			throws IOException, InterruptedException {
		for (String flags : List.of("-n", "-rn")) {
			if (Program.find("unshare").isPresent() && Program.find("ip").isPresent() && Program
				.succeeds(List.of("unshare", flags, "ip", "link", "set", "lo", "up"), Path.of("/dev/null"))) {
				return Optional.of(start(flags, main, arguments));
			}
		}
		return Optional.empty();
	}

	private static int start(String flags, Class<?> main, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("unshare", flags, "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(List.of("-D" + MARK + "=true", "-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).inheritIO().start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		return process.waitFor();
	}

	/**
	 * Change from which ports connections of this network are made.
	 * @param count the number of ports
	 * @return what it was before, for {@link #restorePorts}
	 * @throws NotHere if this network is not our own
	 * @throws IOException if it cannot be changed
	 */
	public static String limitPorts(int count) throws NotHere, IOException {
		if (!isHere()) {
			throw new NotHere("no network of its own, in which the range of ports can be changed: run as root");
		}
		// In one piece: a second read would find nothing
		String before = Files.readAllLines(PORTS).get(0);
		Files.writeString(PORTS, "20000 " + (20000 + count - 1));
		return before;
	}

	/**
	 * Undo {@link #limitPorts}.
	 * @param before what it returned
	 * @throws IOException if it cannot be changed
	 */
	public static void restorePorts(String before) throws IOException {
		Files.writeString(PORTS, before);
	}

}
