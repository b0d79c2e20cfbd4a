// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.api.event.PollingStopped;
import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.FailureKind;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import org.springframework.context.event.EventListener;

/**
 * A bot that notes what it hears, and its log.
 */
final class ListeningBot implements AutoCloseable {

	private final RunningBot bot;

	private final OperatorLog log;

	private final Ear ear;

	private ListeningBot(RunningBot bot) {
		this.bot = bot;
		this.ear = bot.bean(Ear.class);
		awaitState(PollerState.RUNNING);
		this.log = OperatorLog.open();
	}

	/**
	 * Start a bot with short timeouts, and read its log once it is running.
	 */
	static ListeningBot run(RunningBot.Settings settings, Class<?>... more) {
		Class<?>[] sources = new Class<?>[more.length + 1];
		sources[0] = Ear.class;
		System.arraycopy(more, 0, sources, 1, more.length);
		settings.properties().putIfAbsent("telegram.http.connect-timeout", "1s");
		settings.properties().putIfAbsent("telegram.http.proxy-timeout", "1s");
		settings.properties().putIfAbsent("telegram.http.tls-timeout", "2s");
		return new ListeningBot(settings.run(sources));
	}

	/**
	 * Settings of a bot that reaches the simulator without a proxy and without TLS.
	 */
	static RunningBot.Settings directly(TelegramSimulator simulator) {
		return RunningBot.settings().with("telegram.base-url", simulator.url());
	}

	RunningBot bot() {
		return this.bot;
	}

	UpdatePoller poller() {
		return this.bot.poller();
	}

	PollerStatus status() {
		return this.bot.status();
	}

	OperatorLog log() {
		return this.log;
	}

	/**
	 * Lines that hold a text.
	 */
	List<String> lines(String text) {
		return this.log.lines().stream().filter((line) -> line.contains(text)).toList();
	}

	List<String> heard() {
		return this.ear.texts;
	}

	<T> List<T> events(Class<T> type) {
		return this.ear.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * A command ends the pause after a failure.
	 */
	void skipPause() {
		this.bot.poller().pause();
		this.bot.poller().resume();
	}

	static ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(20));
	}

	void awaitState(PollerState state) {
		await().until(() -> status().state() == state);
	}

	void awaitKind(FailureKind kind) {
		await().until(() -> status().lastFailureKind() == kind);
	}

	void awaitHeard(String text) {
		await().until(() -> heard().contains(text));
	}

	@Override
	public void close() {
		this.log.close();
		this.bot.close();
	}

	static class Ear {

		final List<String> texts = new CopyOnWriteArrayList<>();

		final List<Object> events = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(MessageEvent event) {
			this.texts.add(String.valueOf(event.message().text()));
		}

		@EventListener({ UnreadableUpdateEvent.class, PollingFailing.class, PollingRecovered.class,
				PollingStopped.class })
		void note(Object event) {
			this.events.add(event);
		}

	}

}
