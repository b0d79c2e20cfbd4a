// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import io.github.telegramnopool.observation.TelegramObservationDocumentation.UpdateHighKeys;
import io.github.telegramnopool.observation.TelegramObservationDocumentation.UpdateKeys;
import io.micrometer.common.KeyValues;

/**
 * {@link UpdateObservationConvention} that is used if there is no other. Tells nothing
 * that a user has written.
 *
 * @since 0.1.0
 */
public class DefaultUpdateObservationConvention implements UpdateObservationConvention {

	@Override
	public String getName() {
		return "telegram.update";
	}

	@Override
	public String getContextualName(UpdateContext context) {
		return "telegram " + context.update().kind();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(UpdateContext context) {
		return KeyValues.of(UpdateKeys.BOT.withValue(context.bot()), UpdateKeys.KIND.withValue(context.update().kind()),
				UpdateKeys.OUTCOME.withValue(DefaultCallObservationConvention.value(context.outcome())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(UpdateContext context) {
		return KeyValues.of(UpdateHighKeys.ID.withValue(Long.toString(context.update().id())));
	}

}
