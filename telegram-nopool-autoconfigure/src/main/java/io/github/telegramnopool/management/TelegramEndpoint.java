// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.management;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint} that shows bots and lets their operator pause, resume and examine
 * them. To read it never touches the network, and nothing that it shows is a secret.
 *
 * @since 0.1.0
 */
@Endpoint(id = "telegram")
public class TelegramEndpoint {

	private final Supplier<Stream<ManagedBot>> bots;

	/**
	 * Create an endpoint.
	 * @param bots tells the bots
	 */
	public TelegramEndpoint(Supplier<Stream<ManagedBot>> bots) {
		this.bots = bots;
	}

	/**
	 * Show all bots.
	 * @return the bots by their names in the configuration
	 */
	@ReadOperation
	public BotsDescriptor bots() {
		Map<String, BotDescriptor> bots = new LinkedHashMap<>();
		this.bots.get().forEach((bot) -> bots.put(bot.name(), BotDescriptor.of(bot)));
		return new BotsDescriptor(bots);
	}

	/**
	 * Show a bot.
	 * @param name the bot's name in the configuration
	 * @return the bot, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable BotDescriptor bot(@Selector String name) {
		ManagedBot bot = find(name);
		return (bot != null) ? BotDescriptor.of(bot) : null;
	}

	/**
	 * Do something with a bot.
	 * @param name the bot's name in the configuration
	 * @param operation what to do
	 * @return what came of it
	 */
	@WriteOperation
	public Mono<OperationDescriptor> operate(@Selector String name, BotOperation operation) {
		ManagedBot bot = find(name);
		if (bot == null) {
			throw new InvalidEndpointRequestException("There is no Telegram bot '" + name + "'", "no such bot");
		}
		return switch (operation) {
			case PAUSE -> Mono.fromCallable(() -> {
				bot.poller().pause();
				return new OperationDescriptor(operation, bot.name(), null);
			});
			case RESUME -> Mono.fromCallable(() -> {
				bot.poller().resume();
				return new OperationDescriptor(operation, bot.name(), null);
			});
			case PROBE -> bot.doctor()
				.examine()
				.map((diagnosis) -> new OperationDescriptor(operation, bot.name(), ProbeDescriptor.of(diagnosis)));
		};
	}

	private @Nullable ManagedBot find(String name) {
		return this.bots.get().filter((bot) -> bot.name().equals(name)).findFirst().orElse(null);
	}

	/**
	 * What can be done with a bot.
	 */
	public enum BotOperation {

		/**
		 * Ask for no more updates.
		 */
		PAUSE,

		/**
		 * Ask for updates again.
		 */
		RESUME,

		/**
		 * Walk the way to Telegram once.
		 */
		PROBE

	}

	/**
	 * All bots.
	 *
	 * @param bots the bots by their names in the configuration
	 */
	public record BotsDescriptor(Map<String, BotDescriptor> bots) implements OperationResponseBody {

	}

	/**
	 * What came of an operation.
	 *
	 * @param operation what was to be done
	 * @param bot the bot's name in the configuration
	 * @param probe what the examination has found, or {@code null} if there was none
	 */
	public record OperationDescriptor(BotOperation operation, String bot,
			@Nullable ProbeDescriptor probe) implements OperationResponseBody {

	}

}
