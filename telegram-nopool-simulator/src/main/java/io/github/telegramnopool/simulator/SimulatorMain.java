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
		TelegramSimulator simulator;
		try {
			simulator = SimulatorArguments.parse(args).build().start();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "telegram-simulator-shutdown"));
		System.out.println("Telegram simulator: chat page, Bot API and control at " + simulator.url()
				+ "/, TLS on port " + simulator.tlsPort());
		new CountDownLatch(1).await();
	}

}
