// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.PollerStatus;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.awaitility.core.ConditionFactory;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bot to which somebody writes numbers, and what it has heard of them.
 */
final class NumberedTalk implements AutoCloseable {

	/**
	 * What a poller says when a request had not left.
	 */
	private static final Pattern NOT_SENT = Pattern.compile("\\w+: not sent \\((?<phase>\\w+)\\), .*");

	private final TelegramSimulator simulator;

	private final RunningBot bot;

	private final Ears ears;

	private int written;

	NumberedTalk(TelegramBehindRealProxy telegram, RunningBot.Settings settings) {
		this.simulator = telegram.simulator();
		this.bot = start(settings);
		this.ears = this.bot.bean(Ears.class);
	}

	/**
	 * One after another, since each sets up the one logging of this JVM.
	 */
	private static synchronized RunningBot start(RunningBot.Settings settings) {
		return settings.run(Ears.class);
	}

	/**
	 * Write the next number.
	 */
	void write() {
		this.simulator.bot(RunningBot.ID).write(42, String.valueOf(++this.written));
	}

	/**
	 * Wait until all numbers are heard.
	 */
	void awaitHeard(Duration atMost) {
		within(atMost).untilAsserted(() -> assertThat(this.ears.heard).as(() -> this.bot.status().toString())
			.hasSizeGreaterThanOrEqualTo(this.written));
	}

	void awaitPoll() {
		patiently().until(() -> this.simulator.polls() == 1);
	}

	/**
	 * Act while no poll is under way, and let the next one begin.
	 */
	void betweenPolls(Runnable action) {
		this.bot.poller().pause();
		patiently().until(() -> this.bot.status().state() == PollerState.PAUSED);
		action.run();
		this.bot.poller().resume();
	}

	/**
	 * Wait until so many requests in a row have failed and the last did not even leave.
	 * @return the last failure
	 */
	String awaitNotSent(int failures) {
		patiently().until(() -> isNotSent(failures));
		return String.valueOf(this.bot.status().lastFailure());
	}

	private boolean isNotSent(int failures) {
		PollerStatus status = this.bot.status();
		return status.consecutiveFailures() >= failures
				&& NOT_SENT.matcher(String.valueOf(status.lastFailure())).matches();
	}

	static String phase(String failure) {
		Matcher notSent = NOT_SENT.matcher(failure);
		assertThat(notSent.matches()).as(failure).isTrue();
		return notSent.group("phase");
	}

	/**
	 * End the bot, and make sure that whatever has happened each number was heard once
	 * and in order, by no more than one poll at a time, over connections of one request
	 * each, all of them closed.
	 */
	void assertKept() {
		// What is not confirmed by then may stay
		patiently().until(() -> this.simulator.bot(RunningBot.ID).pending() == 0);
		this.bot.close();
		assertThat(this.ears.heard).hasSize(this.written)
			.isSortedAccordingTo((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
			.doesNotHaveDuplicates();
		assertThat(this.simulator.maxPolls()).isEqualTo(1);
		assertThat(this.simulator.connections()).allMatch((connection) -> connection.requests() <= 1);
		within(Duration.ofSeconds(5)).untilAsserted(
				() -> assertThat(this.simulator.connections()).allMatch((connection) -> connection.closedAt() != null));
	}

	private static ConditionFactory patiently() {
		return within(Duration.ofSeconds(40));
	}

	private static ConditionFactory within(Duration atMost) {
		return await().atMost(atMost).pollInterval(Duration.ofMillis(50));
	}

	@Override
	public void close() {
		this.bot.close();
	}

	static class Ears {

		final List<String> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(MessageEvent event) {
			this.heard.add(String.valueOf(event.message().text()));
		}

	}

}
