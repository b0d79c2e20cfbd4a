package io.github.telegramnopool.simulator;

/**
 * Reads the command line.
 */
final class SimulatorArguments {

	private SimulatorArguments() {
	}

	static TelegramSimulatorBuilder parse(String... args) {
		TelegramSimulatorBuilder builder = TelegramSimulator.builder();
		for (String arg : args) {
			int equals = arg.indexOf('=');
			String name = (equals >= 0) ? arg.substring(0, equals) : arg;
			String value = (equals >= 0) ? arg.substring(equals + 1) : "";
			switch (name) {
				case "--host" -> builder.host(value);
				case "--port" -> builder.port(port(name, value));
				case "--tls-port" -> builder.tlsPort(port(name, value));
				default -> throw new IllegalArgumentException(
						"Unknown argument '" + arg + "'. Use --host=ADDRESS, --port=N or --tls-port=N.");
			}
		}
		return builder;
	}

	private static int port(String name, String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(name + " needs a number, as in " + name + "=8081; got '" + value + "'.");
		}
	}

}
