// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * {@link MeterBinder} for what is known of bots at any moment: how their pollers fare,
 * their queues and their connections.
 *
 * @since 0.1.0
 */
public final class BotMeters implements MeterBinder {

	private final Supplier<Stream<ManagedBot>> bots;

	/**
	 * Create the meters.
	 * @param bots tells the bots when the meters are bound
	 */
	public BotMeters(Supplier<Stream<ManagedBot>> bots) {
		this.bots = bots;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.bots.get().forEach((bot) -> {
			bindPolling(registry, bot);
			bindQueues(registry, bot);
			bindConnections(registry, bot);
		});
	}

	private static void bindPolling(MeterRegistry registry, ManagedBot bot) {
		age(registry, bot, "telegram.polling.last.success.age",
				"Time since Telegram last answered the poller as it should", PollerStatus::lastSuccessAge);
		gauge(registry, bot, "telegram.polling.consecutive.failures", "Failed requests of the poller since then",
				(subject) -> subject.poller().status().consecutiveFailures());
		for (PollerState state : PollerState.values()) {
			Gauge
				.builder("telegram.polling.state", bot,
						(subject) -> (subject.poller().status().state() == state) ? 1 : 0)
				.description("1 for the state that the poller is in, 0 for all others")
				.tag("bot", bot.name())
				.tag("state", state.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private static void bindQueues(MeterRegistry registry, ManagedBot bot) {
		gauge(registry, bot, "telegram.updates.unhandled", "Updates that are received but not yet handled",
				(subject) -> subject.poller().status().unhandled());
		age(registry, bot, "telegram.updates.oldest.age", "Time since the oldest of those was received",
				(status) -> (status.oldestUnhandled() != null) ? status.oldestUnhandled() : Duration.ZERO);
		gauge(registry, bot, "telegram.calls.waiting", "Calls that wait for others to end", ManagedBot::waitingCalls);
	}

	private static void bindConnections(MeterRegistry registry, ManagedBot bot) {
		FunctionCounter.builder("telegram.connections.opened", bot, (subject) -> subject.connections().opened())
			.description("Connections begun")
			.tag("bot", bot.name())
			.register(registry);
		FunctionCounter.builder("telegram.connections.closed", bot, (subject) -> subject.connections().closed())
			.description("Connections closed again")
			.tag("bot", bot.name())
			.register(registry);
		gauge(registry, bot, "telegram.connections.open", "Connections that exist now",
				(subject) -> subject.connections().open());
	}

	private static void gauge(MeterRegistry registry, ManagedBot bot, String name, String description,
			ToDoubleFunction<ManagedBot> value) {
		Gauge.builder(name, bot, value).description(description).tag("bot", bot.name()).register(registry);
	}

	private static void age(MeterRegistry registry, ManagedBot bot, String name, String description,
			Function<PollerStatus, @Nullable Duration> age) {
		TimeGauge.builder(name, bot, TimeUnit.MILLISECONDS, (subject) -> millis(age.apply(subject.poller().status())))
			.description(description)
			.tag("bot", bot.name())
			.register(registry);
	}

	private static double millis(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() : Double.NaN;
	}

}
