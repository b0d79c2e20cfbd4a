// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.polling.BotAlreadyPolledException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a {@link BotAlreadyPolledException}.
 */
final class BotAlreadyPolledFailureAnalyzer extends AbstractFailureAnalyzer<BotAlreadyPolledException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BotAlreadyPolledException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
	}

}
