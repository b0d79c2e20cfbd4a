// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.jspecify.annotations.Nullable;

/**
 * How far a call, or one attempt to connect for it, has come.
 *
 * @param phase the phase that was reached
 * @param sent whether the server may have the whole request
 * @param route the way that the connection takes, or {@code null} if none was chosen
 * @param times how long each phase took
 */
record Progress(Phase phase, boolean sent, @Nullable Route route, PhaseTimes times) {

}
