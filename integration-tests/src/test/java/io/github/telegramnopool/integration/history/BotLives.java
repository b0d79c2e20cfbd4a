// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bot with all its lives, each launched when the one before it is gone. Writes down
 * when, and whether it was asked to go.
 */
final class BotLives implements AutoCloseable {

	private final Path directory;

	private final String name;

	private final long id;

	private final Map<String, String> secrets;

	private final HistoryFile history;

	private final List<String> arguments;

	private BotProcess process;

	private int run;

	BotLives(Path directory, String name, long id, Map<String, String> secrets, List<String> arguments,
			HistoryFile history) {
		this.directory = directory;
		this.name = name;
		this.id = id;
		this.secrets = secrets;
		this.arguments = arguments;
		this.history = history;
		this.process = launch();
	}

	private BotProcess launch() {
		this.history.write(Event.Kind.LAUNCHED, this.id, ++this.run, 0, this.name);
		List<String> arguments = new ArrayList<>(this.arguments);
		arguments.add("--history.file=" + this.directory.resolve(this.name + ".history"));
		arguments.add("--history.bot=" + this.id);
		arguments.add("--history.run=" + this.run);
		return BotProcess.launch(this.directory, this.name, this.secrets, arguments);
	}

	void kill() throws InterruptedException {
		checkAlive();
		this.process.kill();
		gone("killed");
		this.process = launch();
	}

	void terminate() throws InterruptedException {
		end();
		this.process = launch();
	}

	void suspend() throws InterruptedException {
		this.process.suspend();
	}

	void resume() throws InterruptedException {
		this.process.resume();
	}

	/**
	 * Let it end for good.
	 */
	void end() throws InterruptedException {
		checkAlive();
		if (this.process.terminate()) {
			gone("terminated");
		}
		else {
			gone(NeverEndsByItself.UNASKED + ": it had to be killed since it did not terminate");
			this.process.kill();
		}
	}

	void checkAlive() {
		if (!this.process.isAlive()) {
			gone(NeverEndsByItself.UNASKED + ": it ended with exit code " + this.process.exitCode());
			this.process = launch();
		}
	}

	private void gone(String why) {
		this.history.write(Event.Kind.GONE, this.id, this.run, 0, why);
	}

	@Override
	public void close() throws InterruptedException {
		this.process.kill();
	}

}
