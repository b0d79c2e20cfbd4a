// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Programs of this machine, and those that are made on it.
 */
public final class Program {

	private static final List<String> ALSO = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

	private Program() {
	}

	/**
	 * Find a program, also among those of the administrator.
	 * @param name its name
	 * @return where it is
	 */
	public static Optional<Path> find(String name) {
		List<String> folders = new ArrayList<>(
				List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
		folders.addAll(ALSO);
		return folders.stream().map((folder) -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
	}

	/**
	 * Compile a C program of the resources.
	 * @param name its name
	 * @param folder where the program is put
	 * @param libraries what it is linked with
	 * @return the program
	 * @throws NotHere if that cannot be done on this machine
	 * @throws IOException if files cannot be written
	 */
	public static Path compile(String name, Path folder, String... libraries) throws IOException, NotHere {
		Path compiler = find("gcc").or(() -> find("cc"))
			.orElseThrow(() -> new NotHere("no C compiler: install gcc, and libssl-dev"));
		Path source = folder.resolve(name + ".c");
		Path program = folder.resolve(name);
		try (InputStream in = Objects.requireNonNull(Program.class.getResourceAsStream("/price/" + name + ".c"))) {
			Files.write(source, in.readAllBytes());
		}
		List<String> command = new ArrayList<>(
				List.of(compiler.toString(), "-O2", "-D_GNU_SOURCE", "-o", program.toString(), source.toString()));
		command.addAll(List.of(libraries));
		Path log = folder.resolve(name + ".gcc.log");
		if (!succeeds(command, log)) {
			throw new NotHere(name + ".c does not compile, install libssl-dev: see " + log);
		}
		return program;
	}

	/**
	 * Run a program to its end.
	 * @param command the program and its arguments
	 * @param log where its output is put
	 * @return whether it ended well, within half a minute
	 * @throws IOException if it cannot be started
	 */
	public static boolean succeeds(List<String> command, Path log) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			boolean ended = process.waitFor(30, TimeUnit.SECONDS);
			process.destroyForcibly();
			return ended && process.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
			return false;
		}
	}

}
