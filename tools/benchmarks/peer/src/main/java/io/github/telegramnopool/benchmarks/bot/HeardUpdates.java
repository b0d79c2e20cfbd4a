// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.bot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes each update that a bot's listener is given into a file, where the process that
 * compares the bots reads it.
 * <p>
 * A bot ends as soon as that process does: its standard input then ends too.
 */
public final class HeardUpdates {

	private final PrintStream file;

	private HeardUpdates(PrintStream file) {
		this.file = file;
	}

	/**
	 * Begin the file.
	 * @param file where it is
	 * @return what was heard, nothing so far
	 * @throws IOException if it cannot be written
	 */
	public static HeardUpdates into(Path file) throws IOException {
		Thread thread = new Thread(HeardUpdates::endWithParent, "end-with-parent");
		thread.setDaemon(true);
		thread.start();
		return new HeardUpdates(new PrintStream(Files.newOutputStream(file), true, StandardCharsets.US_ASCII));
	}

	/**
	 * The listener was given an update.
	 * @param updateId its id
	 */
	public synchronized void add(long updateId) {
		this.file.println(updateId + " " + System.currentTimeMillis());
	}

	private static void endWithParent() {
		try {
			while (System.in.read() != -1) {
				Thread.onSpinWait();
			}
		}
		catch (IOException ex) {
			// As good as its end
		}
		Runtime.getRuntime().halt(0);
	}

}
