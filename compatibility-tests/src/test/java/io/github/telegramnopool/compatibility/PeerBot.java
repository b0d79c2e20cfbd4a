// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/**
 * A bot in a process of its own, which tells by lines of JSON on its standard output what
 * its client made of updates and answers: an {@code event}, the {@code chat} or 0, and
 * what came with it.
 */
final class PeerBot implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final JsonMapper JSON = new JsonMapper();

	private final Process process;

	private final Path output;

	private final Path errors;

	private PeerBot(Process process, Path output, Path errors) {
		this.process = process;
		this.output = output;
		this.errors = errors;
	}

	/**
	 * Start a bot.
	 * @param name name of the files for its output
	 * @param folder where it works
	 */
	static PeerBot run(String name, Path folder, List<String> command) throws IOException {
		Path logs = Files.createDirectories(Path.of("target", "bots"));
		Path output = logs.resolve(name + ".out");
		Path errors = logs.resolve(name + ".err");
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile())
			.start();
		return new PeerBot(process, output, errors);
	}

	/**
	 * Wait until the bot has told something.
	 * @return all of the first such line
	 */
	Map<String, Object> heard(String event, long chat) {
		try {
			return await().atMost(PATIENCE).until(() -> find(event, chat), Optional::isPresent).orElseThrow();
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("The bot did not tell of '%s' in chat %d. %s".formatted(event, chat, lastWords()),
					ex);
		}
	}

	private Optional<Map<String, Object>> find(String event, long chat) throws IOException {
		boolean ended = !this.process.isAlive();
		Optional<Map<String, Object>> found = lines().stream()
			.filter((line) -> event.equals(line.get("event")) && ((Number) line.get("chat")).longValue() == chat)
			.findFirst();
		if (found.isEmpty() && ended) {
			throw new IllegalStateException(
					"The bot has ended and did not tell of '%s' in chat %d. %s".formatted(event, chat, lastWords()));
		}
		return found;
	}

	/**
	 * What it has told so far. The last line may be on its way, and a client may have
	 * something to say as well.
	 */
	private List<Map<String, Object>> lines() throws IOException {
		String text = Files.readString(this.output);
		return text.substring(0, text.lastIndexOf('\n') + 1)
			.lines()
			.filter((line) -> line.startsWith("{"))
			.map((line) -> JSON.readValue(line, new TypeReference<Map<String, Object>>() {
			}))
			.toList();
	}

	private String lastWords() {
		try {
			return "It told:%n%s%nand its errors were:%n%s".formatted(Files.readString(this.output),
					Files.readString(this.errors));
		}
		catch (IOException ex) {
			return "See " + this.output + " and " + this.errors + ".";
		}
	}

	@Override
	public void close() {
		try {
			this.process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
