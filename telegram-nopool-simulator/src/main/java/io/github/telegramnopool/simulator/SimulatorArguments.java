// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the command line.
 */
final class SimulatorArguments {

	static final String HELP = """
			A Telegram Bot API server for tests, with users, chats and a chat page, and without Telegram.

			  java -jar telegram-nopool-simulator-VERSION-exec.jar [OPTION]...

			  --port=N               port of Bot API, chat page and control calls; 8081 by default, 0 for any
			  --tls-port=N           port of the same by TLS; any by default
			  --host=ADDRESS         address to listen on; 127.0.0.1 by default, 0.0.0.0 lets other machines in
			  --name=NAME            one more name or address in the TLS certificate; can be repeated
			  --ca=FILE              where to write the certificate to trust; a temporary file by default
			  --token=TOKEN          a token that works, and no others do; can be repeated
			  --strict               refuse calls with names and types that the Bot API does not know
			  --local                behave as a Bot API server of one's own: large files, paths, any webhook
			  --local-webhooks       call webhooks by plain http and at any address
			  --flood[=S,C,G]        answer 429 to more than S messages a second, C a second to a chat,
			                         and G a minute to a group; 30,1,20 by default, as Telegram does
			  --files=FOLDER         keep files below this folder until the end
			  --clock=INSTANT        begin at this time, as 2026-12-31T23:59:00Z
			  --seed=N               begin with the same update ids in every run
			  --help                 show this

			Let a bot use http://127.0.0.1:8081 in the place of https://api.telegram.org, with any token of the
			form 42:AAAAAAAAAAAAAAAAAAAAAAAA, and write to it at http://127.0.0.1:8081/ or by a control call:

			  curl http://127.0.0.1:8081/_sim/bots/42/chats/7/messages -d '{"text":"/start"}'
			""";

	/**
	 * Where the official server listens.
	 */
	private static final int PORT = 8081;

	private static final Pattern LIMITS = Pattern.compile("\\d{1,9},\\d{1,9},\\d{1,9}");

	private final TelegramSimulatorBuilder builder = TelegramSimulator.builder().port(PORT);

	private final List<String> names = new ArrayList<>(TelegramSimulatorBuilder.NAMES);

	private final List<String> tokens = new ArrayList<>();

	private @Nullable Path certificate;

	private boolean help;

	private SimulatorArguments() {
	}

	/**
	 * Read a command line.
	 * @throws IllegalArgumentException if there is something wrong with it
	 */
	static SimulatorArguments parse(String... args) {
		SimulatorArguments arguments = new SimulatorArguments();
		for (String arg : args) {
			int equals = arg.indexOf('=');
			if (equals < 0) {
				arguments.read(arg);
			}
			else {
				arguments.read(arg.substring(0, equals), arg.substring(equals + 1));
			}
		}
		return arguments;
	}

	boolean help() {
		return this.help;
	}

	/**
	 * Where to write the certificate, or {@code null} for anywhere.
	 */
	@Nullable Path certificate() {
		return this.certificate;
	}

	TelegramSimulator build() {
		return this.builder.names(this.names.toArray(new String[0])).tokens(this.tokens.toArray(new String[0])).build();
	}

	private void read(String name) {
		switch (name) {
			case "--help", "-h" -> this.help = true;
			case "--strict" -> this.builder.strict();
			case "--local" -> this.builder.localServer();
			case "--local-webhooks" -> this.builder.localWebhooks();
			case "--flood" -> this.builder.floodLimits(FloodLimits.telegram());
			default -> throw new IllegalArgumentException(isWithValue(name)
					? name + " needs a value: write " + name + "=..." : "Unknown option '" + name + "'.");
		}
	}

	private void read(String name, String value) {
		if (!isWithValue(name)) {
			throw new IllegalArgumentException("Unknown option '" + name + "', or it takes no value.");
		}
		if (value.isBlank()) {
			throw new IllegalArgumentException(name + " needs a value: there is nothing behind the '='.");
		}
		switch (name) {
			case "--port" -> this.builder.port(port(name, value));
			case "--tls-port" -> this.builder.tlsPort(port(name, value));
			case "--host" -> this.builder.host(value);
			case "--name" -> this.names.add(value);
			case "--ca" -> this.certificate = Path.of(value);
			case "--token" -> this.tokens.add(value);
			case "--flood" -> this.builder.floodLimits(limits(value));
			case "--files" -> this.builder.folder(Path.of(value));
			case "--clock" -> this.builder.clock(clock(value));
			case "--seed" -> this.builder.seed(seed(name, value));
			default -> throw new IllegalStateException(name);
		}
	}

	private static boolean isWithValue(String name) {
		return switch (name) {
			case "--port", "--tls-port", "--host", "--name", "--ca", "--token", "--flood", "--files", "--clock",
					"--seed" ->
				true;
			default -> false;
		};
	}

	private static int port(String name, String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw noNumber(name, value);
		}
	}

	private static long seed(String name, String value) {
		try {
			return Long.parseLong(value);
		}
		catch (NumberFormatException ex) {
			throw noNumber(name, value);
		}
	}

	private static IllegalArgumentException noNumber(String name, String value) {
		return new IllegalArgumentException(name + " needs a number, as in " + name + "=8081; got '" + value + "'.");
	}

	private static FloodLimits limits(String value) {
		if (!LIMITS.matcher(value).matches()) {
			throw new IllegalArgumentException("--flood needs three numbers, as in --flood=30,1,20; got '" + value
					+ "'. Without a value it is Telegram's limits.");
		}
		String[] numbers = value.split(",");
		return new FloodLimits(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]),
				Integer.parseInt(numbers[2]));
	}

	/**
	 * A clock that goes on from there.
	 */
	private static Clock clock(String value) {
		try {
			Clock system = Clock.systemUTC();
			return Clock.offset(system, Duration.between(system.instant(), Instant.parse(value)));
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"--clock needs a time, as in --clock=2026-12-31T23:59:00Z; got '" + value + "'.");
		}
	}

}
