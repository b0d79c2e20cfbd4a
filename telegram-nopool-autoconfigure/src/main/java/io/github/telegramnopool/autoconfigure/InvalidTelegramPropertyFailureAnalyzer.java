// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains an {@link InvalidTelegramPropertyException}. Asked before Boot's own, which
 * would repeat the value of a property that can't be bound.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidTelegramPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTelegramPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidTelegramPropertyException cause) {
		return new FailureAnalysis(cause.description() + ".", cause.action(), cause);
	}

}
