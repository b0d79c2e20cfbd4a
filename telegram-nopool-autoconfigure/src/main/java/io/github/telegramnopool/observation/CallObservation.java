// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.observation.CallContext.Outcome;
import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * A call that is being observed. Ends once, and whatever a handler throws then changes
 * nothing of the call.
 */
final class CallObservation {

	private static final Log logger = LogFactory.getLog(TelegramBotApi.class);

	/**
	 * Where Micrometer and whoever works with it look for an observation in a Reactor
	 * context.
	 */
	static final String KEY = "micrometer.observation";

	private final CallContext context;

	private final Observation observation;

	CallObservation(CallContext context, Observation observation) {
		this.context = context;
		this.observation = observation;
	}

	Context addTo(Context context) {
		return context.put(KEY, this.observation);
	}

	void succeeded() {
		end(Outcome.SUCCESS, null);
	}

	void failed(Throwable failure) {
		end(Outcome.of(failure), failure);
	}

	void cancelled() {
		end(Outcome.CANCELLED, null);
	}

	private void end(Outcome outcome, @Nullable Throwable failure) {
		if (!this.context.ends(outcome, failure)) {
			return;
		}
		try {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.observation.stop();
		}
		catch (RuntimeException ex) {
			logger.debug("The observation of a call could not be ended", ex);
		}
	}

}
