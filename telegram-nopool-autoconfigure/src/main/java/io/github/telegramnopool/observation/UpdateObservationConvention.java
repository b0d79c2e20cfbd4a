// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation {@code telegram.update} and chooses its key values. A bean of
 * this type takes the place of {@link DefaultUpdateObservationConvention}.
 *
 * @since 0.1.0
 */
public interface UpdateObservationConvention extends ObservationConvention<UpdateContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof UpdateContext;
	}

}
