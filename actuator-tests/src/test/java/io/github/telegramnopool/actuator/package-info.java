// SPDX-License-Identifier: Apache-2.0
/**
 * What operators see of a bot: health, endpoint, meters and traces, each produced by real
 * traffic and real faults.
 */
package io.github.telegramnopool.actuator;
