// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
		ScriptedFault fault = this.faults.take(SCRIPTED_AS);
		try {
			StoredFile file = find(path);
			if (fault == null && file.size() > 0) {
				return exchange.write(file);
			}
			return write(exchange, fault, spoilable(file, fault));
		}
		catch (ApiError ex) {
			return write(exchange, fault, ex.toReply());
		}
	}

	private StoredFile find(String path) {
		BotPath target = BotPath.parse(path, PREFIX);
		StoredFile file = (target != null)
				? this.bots.get(this.tokens.check(target.token()), target.test()).files().findByPath(target.rest())
				: null;
		if (file == null) {
			throw ApiError.notFound();
		}
		return file;
	}

	/**
	 * A download as bytes, of which those are left out that a fault will cut.
	 */
	private static Reply spoilable(StoredFile file, @Nullable ScriptedFault fault) {
		int cut = (fault != null) ? fault.cut() : Integer.MAX_VALUE;
		try (InputStream content = Files.newInputStream(file.location())) {
			return new Reply(200,
					Map.of("Content-Type", "application/octet-stream", "Content-Length", String.valueOf(file.size())),
					content.readNBytes(cut));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Mono<Void> write(Exchange exchange, @Nullable ScriptedFault fault, Reply reply) {
		return AnswerWriter.write(exchange, fault, reply, () -> {
		});
	}

}
