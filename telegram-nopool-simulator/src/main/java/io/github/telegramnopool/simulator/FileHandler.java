package io.github.telegramnopool.simulator;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers {@code /file/bot<token>/<path>}. The official server leaves this to the cloud's
 * nginx.
 */
final class FileHandler {

	/**
	 * Name under which faults for downloads are scripted.
	 */
	private static final String SCRIPTED_AS = "file";

	private static final String PREFIX = "/file/bot";

	private final TokenGate tokens;

	private final Bots bots;

	private final FaultScript faults;

	FileHandler(TokenGate tokens, Bots bots, FaultScript faults) {
		this.tokens = tokens;
		this.bots = bots;
		this.faults = faults;
	}

	boolean serves(String path) {
		return path.startsWith(PREFIX);
	}

	Mono<Void> handle(Exchange exchange, String path) {
		return AnswerWriter.write(exchange, this.faults.take(SCRIPTED_AS), answer(path), () -> {
		});
	}

	private Reply answer(String path) {
		try {
			BotPath target = BotPath.parse(path, PREFIX);
			StoredFile file = (target != null) ? find(target) : null;
			return (file != null) ? new Reply(200, Map.of("Content-Type", "application/octet-stream"), file.content())
					: ApiError.notFound().toReply();
		}
		catch (ApiError ex) {
			return ex.toReply();
		}
	}

	private @Nullable StoredFile find(BotPath target) {
		return this.bots.get(this.tokens.check(target.token()), target.test()).fileAt(target.rest());
	}

}
