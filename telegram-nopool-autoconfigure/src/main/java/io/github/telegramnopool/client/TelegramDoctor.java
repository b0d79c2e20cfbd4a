// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.model.User;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.UnauthorizedException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.HttpAnswer;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportException;
import reactor.core.publisher.Mono;

/**
 * Walks the way to Telegram once, from the proxy over tunnel and TLS to {@code getMe},
 * and names the phase that fails and its cure.
 * <p>
 * An examination is one call on a connection of its own, not repeated. It takes no update
 * away and is safe at any time.
 *
 * @since 0.1.0
 */
public final class TelegramDoctor {

	private static final byte[] NO_PARAMETERS = "{}".getBytes(StandardCharsets.UTF_8);

	private final BotTransport transport;

	private final AnswerReader reader;

	private final Duration deadline;

	TelegramDoctor(BotTransport transport, AnswerReader reader, Duration deadline) {
		this.transport = transport;
		this.reader = reader;
		this.deadline = deadline;
	}

	/**
	 * Examine the way to Telegram.
	 * @return the diagnosis, never an error; nothing happens until it is subscribed to
	 */
	public Mono<Diagnosis> examine() {
		return this.transport.call(GetMe.of().methodName(), NO_PARAMETERS, this.deadline)
			.map(this::answered)
			.onErrorResume(TransportException.class, (ex) -> Mono.just(failed(ex)));
	}

	private Diagnosis answered(HttpAnswer answer) {
		try {
			User bot = this.reader.read(GetMe.of(), answer);
			return new Diagnosis(this.transport.route(), answer.times(), bot.username(), null, null);
		}
		catch (TelegramException ex) {
			return new Diagnosis(this.transport.route(), answer.times(), null, Phase.RESPONSE, finding(ex));
		}
	}

	private Diagnosis failed(TransportException failure) {
		return new Diagnosis(this.transport.route(), failure.times(), null, failure.phase(), failure.getMessage());
	}

	private static String finding(TelegramException failure) {
		if (failure instanceof UnauthorizedException) {
			return "Telegram does not accept the token (" + failure.getMessage() + "), see telegram.token";
		}
		if (failure instanceof TelegramApiException) {
			return "Telegram refuses the call (" + failure.getMessage() + ")";
		}
		return failure.getMessage() + ". What answered is not Telegram: see telegram.base-url and the proxy";
	}

}
