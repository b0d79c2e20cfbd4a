package io.github.telegramnopool.client;

import java.util.random.RandomGenerator;

import io.github.telegramnopool.transport.BotTransport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the clients of a bot. The way in to this package.
 *
 * @since 0.1.0
 */
public final class BotClients {

	private final JsonMapper mapper;

	private final AnswerReader reader;

	private final RequestWriter writer;

	/**
	 * Create the maker.
	 * @param mapper the mapper that knows the Bot API's vocabulary
	 */
	public BotClients(JsonMapper mapper) {
		this.mapper = mapper;
		this.reader = new AnswerReader(mapper);
		this.writer = new RequestWriter(mapper);
	}

	/**
	 * Make the reactive client.
	 * @param transport the transport for calls
	 * @param settings how long calls are tried
	 * @return the client
	 */
	public TelegramBotApi reactive(BotTransport transport, CallSettings settings) {
		return new DefaultTelegramBotApi(new SingleCall(transport, this.writer), this.reader,
				new RepeatPolicy(RandomGenerator.getDefault()), settings);
	}

	/**
	 * Make the blocking client.
	 * @param api the reactive client
	 * @return the client
	 */
	public BlockingTelegramBotApi blocking(TelegramBotApi api) {
		return new WaitingTelegramBotApi(api);
	}

	/**
	 * Make the poller's client.
	 * @param transport the poller's own transport
	 * @return the client
	 */
	public UpdateSource updates(BotTransport transport) {
		return new UpdateSource(new SingleCall(transport, this.writer), this.reader, this.mapper);
	}

}
