// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.telegrambots;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.telegram.telegrambots.longpolling.BotSession;

/**
 * Tells the test what the client made of updates and answers, as lines of JSON.
 */
final class Report {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final PrintStream TEST = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private static final Logger POLLS = Logger.getLogger(BotSession.class.getName());

	private Report() {
	}

	/**
	 * Tell of one thing.
	 * @param chat the chat that it came from, or 0
	 * @param fields names and values in turn
	 */
	static void tell(String event, long chat, Object... fields) {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("event", event);
		line.put("chat", chat);
		for (int i = 0; i < fields.length; i += 2) {
			line.put((String) fields[i], fields[i + 1]);
		}
		try {
			TEST.println(JSON.writeValueAsString(line));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * Tell of conflicts, which the client's poller writes into its log and nowhere else.
	 */
	static void conflicts() {
		POLLS.addHandler(new Handler() {

			@Override
			public void publish(LogRecord entry) {
				for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
					if (cause.toString().startsWith("409: ")) {
						tell("conflict", 0, "code", 409, "description", String.valueOf(cause.getMessage()));
					}
				}
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		});
	}

}
