// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Writes answers, spoilt as the script says.
 */
final class AnswerWriter {

	private AnswerWriter() {
	}

	/**
	 * Write an answer.
	 * @param ended run before the client can have seen all of it
	 */
	static Mono<Void> write(Exchange exchange, @Nullable ScriptedFault fault, Reply reply, Runnable ended) {
		Reply spoilt = (fault != null) ? fault.spoil(reply) : reply;
		if (fault != null && fault.touchesTheWire()) {
			return new SpoiltAnswer(exchange.channel(), fault.wire(), spoilt, ended).write();
		}
		ended.run();
		return exchange.write(spoilt);
	}

}
