// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Does what the process that compares tells it on its standard input, a line at a time,
 * and ends with it.
 *
 * <pre>
 * open TELEGRAM PROXY|- polls|calls   another library, in place of what is open
 * close                               what is open
 * calls COUNT USERS THINK             answers latencies, errors, wall, cpu, allocated
 * pace COUNT INTERVAL                 calls at a pace, and goes on
 * outcomes                            answers what became of them
 * think MICROS                        from now on updates are answered, or not if negative
 * replies                             answers how long these took
 * keep                                from now on updates are kept
 * heard | hearing                     answers how many were heard | which, and when
 * pending COUNT                       says "begun", awaits a line, answers the heap before and after
 * </pre> All times are microseconds.
 */
public final class PeerProcess {

	private final Peer.Opener opener;

	private final String[] arguments;

	private final BufferedReader in;

	private final PrintStream out;

	private Listener listener = new Listener();

	private @Nullable Peer peer;

	private @Nullable OpenLoop pace;

	private PeerProcess(Peer.Opener opener, String[] arguments, BufferedReader in, PrintStream out) {
		this.opener = opener;
		this.arguments = arguments;
		this.in = in;
		this.out = out;
	}

	/**
	 * Run until the standard input ends.
	 * @param arguments of the process
	 * @param opener opens the library
	 * @throws IOException if the input cannot be read
	 */
	public static void run(String[] arguments, Peer.Opener opener) throws IOException {
		PrintStream out = System.out;
		// What libraries print must not look like an answer
		System.setOut(System.err);
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		PeerProcess process = new PeerProcess(opener, arguments, in, out);
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			process.answer(line.split(" ")).print(out);
		}
		Runtime.getRuntime().halt(0);
	}

	private Answer answer(String[] words) {
		try {
			return act(words);
		}
		catch (Exception ex) {
			ex.printStackTrace();
			return Answer.failed(ex);
		}
	}

	private Answer act(String[] words) throws Exception {
		return switch (words[0]) {
			case "open" -> open(words);
			case "close" -> close();
			case "calls" -> new ClosedLoop(number(words[1]), number(words[2]), number(words[3])).run(opened());
			case "pace" -> pace(number(words[1]), number(words[2]));
			case "outcomes" -> (this.pace != null) ? this.pace.end() : new Answer();
			case "think" -> think(number(words[1]));
			case "replies" -> this.listener.replies();
			case "keep" -> keep();
			case "heard" -> this.listener.heard();
			case "hearing" -> this.listener.hearing();
			case "pending" -> new PendingCalls(number(words[1])).run(opened(), this::awaitLine);
			default -> throw new IllegalArgumentException("Unknown: " + words[0]);
		};
	}

	private Answer open(String[] words) throws Exception {
		close();
		this.listener = new Listener();
		Listener listener = this.listener;
		PeerSetup setup = PeerSetup.of(this.arguments, words[1], words[2], words[3]);
		setup.setSystemProxy();
		this.peer = this.opener.open(setup, listener);
		listener.through(this.peer);
		return new Answer();
	}

	private Answer close() {
		// Some libraries still hand out what they have, or poll once more
		this.listener.think(-1);
		if (this.peer != null) {
			this.peer.close();
			this.peer = null;
		}
		return new Answer();
	}

	private Answer pace(int count, int intervalMicros) {
		this.pace = OpenLoop.begin(opened(), count, intervalMicros);
		return new Answer();
	}

	private Answer think(int micros) {
		this.listener.think(micros);
		return new Answer();
	}

	private Answer keep() {
		this.listener.keep();
		return new Answer();
	}

	private void awaitLine() throws IOException {
		this.out.println("begun");
		this.out.flush();
		this.in.readLine();
	}

	private Peer opened() {
		if (this.peer == null) {
			throw new IllegalStateException("Nothing is open");
		}
		return this.peer;
	}

	private static int number(String word) {
		return Integer.parseInt(word);
	}

}
