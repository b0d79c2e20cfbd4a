// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.concurrent.CompletionStage;

/**
 * A method of the Bot API. It may answer later, and may throw {@link ApiError}.
 */
@FunctionalInterface
interface BotMethod {

	CompletionStage<Reply> call(SimulatedBot bot, Parameters parameters);

}
