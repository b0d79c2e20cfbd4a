// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration of what the actuator shows of a bot.
 */
@NullMarked
package io.github.telegramnopool.autoconfigure.management;

import org.jspecify.annotations.NullMarked;
