// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.PhaseTimes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the clients of a bot. The way in to this package.
 *
 * @since 0.1.0
 */
public final class BotClients {

	private final String bot;

	private final JsonMapper mapper;

	private final CallObserver observer;

	private final AnswerReader reader;

	private final RequestWriter writer;

	private final FirstSuccess firstSuccess;

	/**
	 * Create the maker.
	 * @param bot the bot's name in the configuration
	 * @param mapper the mapper that knows the Bot API's vocabulary
	 */
	public BotClients(String bot, JsonMapper mapper) {
		this(bot, mapper, CallObserver.NONE);
	}

	/**
	 * Create the maker of clients that are watched.
	 * @param bot the bot's name in the configuration
	 * @param mapper the mapper that knows the Bot API's vocabulary
	 * @param observer watches the calls, but not the poller's requests
	 */
	public BotClients(String bot, JsonMapper mapper, CallObserver observer) {
		this.bot = bot;
		this.observer = observer;
		this.firstSuccess = new FirstSuccess(bot);
		this.mapper = mapper;
		this.reader = new AnswerReader(mapper);
		this.writer = new RequestWriter(mapper);
	}

	/**
	 * Make the reactive client.
	 * @param transport the transport for calls
	 * @param settings how long calls are tried
	 * @param localFiles whether files of a local Bot API server are read from this
	 * machine's disk
	 * @return the client
	 */
	public TelegramBotApi reactive(BotTransport transport, CallSettings settings, boolean localFiles) {
		return new DefaultTelegramBotApi(this.bot, this.observer, transport,
				new SingleCall(transport, this.writer, (answer) -> this.firstSuccess.tell(transport, answer)),
				this.reader, this.mapper, new RepeatPolicy(new Random()), settings, localFiles);
	}

	/**
	 * Make the blocking client of a reactive one.
	 * @param api the reactive client
	 * @return the client
	 */
	public static BlockingTelegramBotApi blocking(TelegramBotApi api) {
		return new WaitingTelegramBotApi(api);
	}

	/**
	 * Make the poller's client.
	 * @param transports makes the poller's own transport, and another one if that is
	 * stuck; the client closes them
	 * @param ahead whether the connection of the next poll is begun while the updates of
	 * the last are handled
	 * @return the client
	 */
	public UpdateSource updates(Supplier<BotTransport> transports, boolean ahead) {
		AtomicReference<PhaseTimes> times = new AtomicReference<>(new PhaseTimes(Map.of()));
		return new UpdateSource(transports, (transport) -> new SingleCall(transport, this.writer, (answer) -> {
			this.firstSuccess.toldByPoller();
			times.set(answer.times());
		}), this.reader, this.mapper, times::get, ahead);
	}

	/**
	 * Make the doctor.
	 * @param transport the transport for calls
	 * @param deadline the time that an examination may take
	 * @return the doctor
	 */
	public TelegramDoctor doctor(BotTransport transport, Duration deadline) {
		return new TelegramDoctor(transport, this.reader, deadline);
	}

}
