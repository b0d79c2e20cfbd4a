// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation {@code telegram.api.call} and chooses its key values. A bean of
 * this type takes the place of {@link DefaultCallObservationConvention}.
 *
 * @since 0.1.0
 */
public interface CallObservationConvention extends ObservationConvention<CallContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof CallContext;
	}

}
