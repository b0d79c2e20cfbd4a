// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.dispatch.UnsupportedListenerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link UnsupportedListenerException}.
 */
final class UnsupportedListenerFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedListenerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedListenerException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
	}

}
