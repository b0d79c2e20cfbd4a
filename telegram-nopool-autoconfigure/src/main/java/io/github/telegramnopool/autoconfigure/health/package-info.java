// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration of the bot's health.
 */
@NullMarked
package io.github.telegramnopool.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
