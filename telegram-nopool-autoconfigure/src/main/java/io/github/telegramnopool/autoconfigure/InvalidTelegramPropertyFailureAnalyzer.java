package io.github.telegramnopool.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link InvalidTelegramPropertyException}.
 */
final class InvalidTelegramPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTelegramPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidTelegramPropertyException cause) {
		return new FailureAnalysis(cause.description() + ".", cause.action(), cause);
	}

}
