// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.ReplyFailedEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A bot, to be run in a JVM of its own, that writes down what it handles and what it is
 * told about its calls. Half of the updates make it call: by a returned method, by
 * blocking, or by a returned {@code Mono}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RecordingBot {

	private static final String TEXT = "call ";

	private final HistoryFile history;

	private final int run;

	private final TelegramBotApi api;

	private final BlockingTelegramBotApi blockingApi;

	private final AtomicLong calls = new AtomicLong();

	RecordingBot(TelegramBotApi api, BlockingTelegramBotApi blockingApi, @Value("${history.file}") Path file,
			@Value("${history.bot}") long bot, @Value("${history.run}") int run,
			@Value("${history.sample}") Duration interval) {
		this.api = api;
		this.blockingApi = blockingApi;
		this.history = new HistoryFile(file);
		this.run = run;
		sample(bot, interval);
	}

	private void sample(long bot, Duration interval) {
		ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "sampler");
			thread.setDaemon(true);
			return thread;
		});
		sampler.scheduleAtFixedRate(
				() -> this.history.write(Event.Kind.SAMPLED, bot, this.run, 0, Sample.take().detail()),
				interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
	}

	@EventListener
	@Nullable Object on(MessageEvent event) {
		long update = event.update().updateId();
		write(Event.Kind.BEGUN, event, event.message().chat().id());
		// Some updates take their time, so that a kill meets many of them
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(update % 10 * 20));
		if (update % 6 == 2) {
			return callReactively(event);
		}
		SendMessage reply = null;
		if (update % 6 == 1) {
			callBlocking(event);
		}
		else if (update % 6 == 0) {
			reply = issue(event, Event.Kind.REPLIED);
		}
		write(Event.Kind.HANDLED, event, "");
		return reply;
	}

	@EventListener
	void on(ReplyFailedEvent event) {
		SendMessage reply = (SendMessage) event.method();
		this.history.write(Event.Kind.ENDED, event.bot().id(), this.run, event.update().updateId(),
				call(reply.text()) + " " + Outcome.of(event.exception()));
	}

	private void callBlocking(MessageEvent event) {
		SendMessage call = issue(event, Event.Kind.CALLED);
		try {
			this.blockingApi.sendMessage(call);
			ended(event, call, Outcome.SUCCESS);
		}
		catch (RuntimeException ex) {
			ended(event, call, Outcome.of(ex));
		}
	}

	private Mono<Void> callReactively(MessageEvent event) {
		SendMessage call = issue(event, Event.Kind.CALLED);
		return this.api.sendMessage(call)
			.doOnNext((sent) -> ended(event, call, Outcome.SUCCESS))
			.onErrorResume((ex) -> {
				ended(event, call, Outcome.of(ex));
				return Mono.empty();
			})
			.doOnTerminate(() -> write(Event.Kind.HANDLED, event, ""))
			.then();
	}

	private SendMessage issue(MessageEvent event, Event.Kind kind) {
		String number = this.run + "." + this.calls.incrementAndGet();
		write(kind, event, number);
		return SendMessage.of(event.message().chat().id(), TEXT + number);
	}

	private void ended(MessageEvent event, SendMessage call, Outcome outcome) {
		write(Event.Kind.ENDED, event, call(call.text()) + " " + outcome);
	}

	private void write(Event.Kind kind, MessageEvent event, Object detail) {
		this.history.write(kind, event.bot().id(), this.run, event.update().updateId(), detail);
	}

	/**
	 * The number of the call whose text this is.
	 */
	static String call(String text) {
		return text.substring(TEXT.length());
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(RecordingBot.class).web(WebApplicationType.NONE).run(args);
	}

}
