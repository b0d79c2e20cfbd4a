// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.github.telegramnopool.benchmarks.stage.Line;

import org.springframework.core.NestedExceptionUtils;

/**
 * The process of a contender, seen from the one that compares.
 *
 * @see io.github.telegramnopool.benchmarks.peer.PeerProcess
 */
final class ContenderProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final String name;

	private final Process process;

	private final BufferedReader in;

	private final PrintStream out;

	private final Path log;

	private ContenderProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
		this.out = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
		this.log = log;
	}

	static ContenderProcess start(String name, List<String> command, Path log) throws IOException {
		return new ContenderProcess(name,
				new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start(), log);
	}

	/**
	 * Open the library towards a line, in place of what was open.
	 */
	void open(Line line, boolean polls) throws IOException {
		tell("open " + line.words() + (polls ? " polls" : " calls"));
	}

	/**
	 * Tell it something and await its answer.
	 * @return numbers by their name
	 * @throws PeerFailedException if it could not do it
	 */
	Map<String, long[]> tell(String words) throws IOException {
		say(words);
		return answer();
	}

	void say(String words) {
		this.out.println(words);
	}

	/**
	 * Await an answer, or a line without an end.
	 */
	Map<String, long[]> answer() throws IOException {
		CompletableFuture<Map<String, long[]>> answer = CompletableFuture.supplyAsync(() -> {
			try {
				return read();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		try {
			return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException | InterruptedException ex) {
			close();
			throw failed("said nothing for " + PATIENCE);
		}
		catch (ExecutionException ex) {
			throw failed(String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
		}
	}

	private Map<String, long[]> read() throws IOException {
		Map<String, long[]> answer = new HashMap<>();
		for (String line = this.in.readLine(); !"end".equals(line)
				&& !"begun".equals(line); line = this.in.readLine()) {
			if (line == null) {
				throw new IOException("ended");
			}
			String[] words = line.split(" ");
			if (words[0].equals("failed")) {
				answer.put(line, new long[0]);
			}
			else {
				answer.put(words[0], Stream.of(words).skip(1).mapToLong(Long::parseLong).toArray());
			}
		}
		for (String name : answer.keySet()) {
			if (name.startsWith("failed ")) {
				throw new IOException(name);
			}
		}
		return answer;
	}

	private PeerFailedException failed(String what) {
		return new PeerFailedException(this.name + ": " + what + ", see " + this.log);
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Processor time of all of its threads so far.
	 */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
