// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration of the bot, from properties to beans.
 */
@NullMarked
package io.github.telegramnopool.autoconfigure;

import org.jspecify.annotations.NullMarked;
