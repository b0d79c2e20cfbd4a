package io.github.telegramnopool.simulator;

import java.util.concurrent.CountDownLatch;

/**
 * Runs the simulator as a program of its own, until it is killed.
 *
 * @since 0.1.0
 */
public final class SimulatorMain {

	private SimulatorMain() {
	}

	/**
	 * Start the simulator.
	 * @param args {@code --host=}, {@code --port=} and {@code --tls-port=}, each with a
	 * default
	 * @throws InterruptedException if the main thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		TelegramSimulator.Builder builder;
		try {
			builder = SimulatorArguments.parse(args);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
			return;
		}
		TelegramSimulator simulator = builder.build().start();
		Runtime.getRuntime().addShutdownHook(new Thread(simulator::stop, "telegram-simulator-shutdown"));
		System.out.println("Telegram simulator: chat page, Bot API and control at " + simulator.url()
				+ "/, TLS on port " + simulator.tlsPort());
		new CountDownLatch(1).await();
	}

}
