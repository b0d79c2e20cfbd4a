// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/**
 * Runs the simulator as a program of its own, until it is killed.
 * <p>
 * It ends with status 2 if there is something wrong with its arguments, and with 1 if it
 * cannot listen or write its certificate.
 *
 * @since 0.1.0
 */
public final class SimulatorMain {

	private SimulatorMain() {
	}

	/**
	 * Start the simulator.
	 * @param args the options that {@code --help} shows
	 * @throws InterruptedException if the main thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		SimulatorArguments arguments;
		try {
			arguments = SimulatorArguments.parse(args);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage() + " Use --help to see all options.");
			System.exit(2);
			return;
		}
		if (arguments.help()) {
			System.out.print(SimulatorArguments.HELP);
			return;
		}
		try {
			run(arguments.build(), arguments.certificate());
		}
		catch (IllegalStateException | UncheckedIOException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	private static void run(TelegramSimulator simulator, @Nullable Path certificate) throws InterruptedException {
		Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "telegram-simulator-shutdown"));
		simulator.start();
		tell(simulator, write(simulator.certificatePem(), certificate), System.out);
		new CountDownLatch(1).await();
	}

	private static void tell(TelegramSimulator simulator, Path certificate, PrintStream out) {
		out.println("Bot API:    " + simulator.url() + "  (/bot<token>/getMe and so on)");
		out.println("With TLS:   " + simulator.tlsUrl() + "  (trust " + certificate + ")");
		out.println("Chat page:  " + simulator.url() + "/");
		out.println("Control:    " + simulator.url() + "/_sim/state and so on");
	}

	/**
	 * Write the certificate to a file, or to one that is deleted at the end.
	 */
	private static Path write(String pem, @Nullable Path given) {
		try {
			Path file = (given != null) ? given : Files.createTempFile("telegram-simulator-ca", ".pem");
			if (given == null) {
				file.toFile().deleteOnExit();
			}
			return Files.writeString(file, pem).toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The certificate cannot be written to " + given + ". Name a file that can be written by --ca=FILE.",
					ex);
		}
	}

}
