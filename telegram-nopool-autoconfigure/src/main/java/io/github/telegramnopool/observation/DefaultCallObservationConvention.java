// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import java.util.Locale;

import io.github.telegramnopool.observation.TelegramObservationDocumentation.CallKeys;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * {@link CallObservationConvention} that is used if there is no other. What is not known,
 * as long as the call is under way, is {@code none}.
 *
 * @since 0.1.0
 */
public class DefaultCallObservationConvention implements CallObservationConvention {

	@Override
	public String getName() {
		return "telegram.api.call";
	}

	@Override
	public String getContextualName(CallContext context) {
		return "telegram " + context.method();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(CallContext context) {
		return KeyValues.of(CallKeys.BOT.withValue(context.bot()), CallKeys.METHOD.withValue(context.method()),
				CallKeys.OUTCOME.withValue(value(context.outcome())), CallKeys.PHASE.withValue(value(context.phase())));
	}

	static String value(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name().toLowerCase(Locale.ROOT) : KeyValue.NONE_VALUE;
	}

}
