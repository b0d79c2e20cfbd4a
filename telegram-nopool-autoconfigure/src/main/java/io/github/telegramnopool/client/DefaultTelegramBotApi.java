package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.function.BiFunction;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@link TelegramBotApi} over HTTP: writes, calls, reads, and repeats what is safe to
 * repeat until the deadline.
 */
final class DefaultTelegramBotApi implements TelegramBotApi {

	/**
	 * Even if Telegram demands none: else the call would come at once, again and again.
	 */
	private static final Duration SHORTEST_FLOOD_PAUSE = Duration.ofSeconds(1);

	/**
	 * With less time left another try would only end by the deadline, and hide what the
	 * one before has found out.
	 */
	private static final Duration SHORTEST_TRY = Duration.ofSeconds(1);

	private final SingleCall calls;

	private final AnswerReader reader;

	private final RepeatPolicy repeats;

	private final CallSettings settings;

	DefaultTelegramBotApi(SingleCall calls, AnswerReader reader, RepeatPolicy repeats, CallSettings settings) {
		this.calls = calls;
		this.reader = reader;
		this.repeats = repeats;
		this.settings = settings;
	}

	@Override
	public <R> Mono<R> execute(BotApiMethod<R> method) {
		return Mono.defer(() -> new Tries<>(method, this.reader::read).next());
	}

	/**
	 * The tries of one call.
	 */
	private final class Tries<R> {

		private final BotApiMethod<R> method;

		private final BiFunction<BotApiMethod<R>, HttpAnswer, R> reading;

		private final long began = System.nanoTime();

		private Duration floodWait = Duration.ZERO;

		private int repeated;

		Tries(BotApiMethod<R> method, BiFunction<BotApiMethod<R>, HttpAnswer, R> reading) {
			this.method = method;
			this.reading = reading;
		}

		Mono<R> next() {
			return DefaultTelegramBotApi.this.calls.call(this.method, this.reading, remaining())
				.onErrorResume(TelegramException.class, this::again);
		}

		private Mono<R> again(TelegramException failure) {
			Duration pause = pause(failure);
			return (pause != null) ? DefaultTelegramBotApi.this.calls.pause(pause).then(Mono.defer(this::next))
					: Mono.error(failure);
		}

		private @Nullable Duration pause(TelegramException failure) {
			if (failure instanceof TooManyRequestsException flood) {
				return floodPause(flood.retryAfter());
			}
			Duration pause = DefaultTelegramBotApi.this.repeats.pauseAfter(failure, this.repeated++);
			return (pause != null && pause.plus(SHORTEST_TRY).compareTo(remaining()) < 0) ? pause : null;
		}

		private @Nullable Duration floodPause(Duration retryAfter) {
			CallSettings settings = DefaultTelegramBotApi.this.settings;
			Duration pause = (retryAfter.compareTo(SHORTEST_FLOOD_PAUSE) > 0) ? retryAfter : SHORTEST_FLOOD_PAUSE;
			Duration total = this.floodWait.plus(pause);
			if (!settings.obeyFlood() || total.compareTo(settings.maxFloodWait()) > 0) {
				return null;
			}
			this.floodWait = total;
			return pause;
		}

		/**
		 * The wait that Telegram demands does not count as time of the call.
		 */
		private Duration remaining() {
			Duration elapsed = Duration.ofNanos(System.nanoTime() - this.began);
			return DefaultTelegramBotApi.this.settings.timeout().plus(this.floodWait).minus(elapsed);
		}

	}

}
