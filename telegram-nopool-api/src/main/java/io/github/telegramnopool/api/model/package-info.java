// SPDX-License-Identifier: Apache-2.0
/**
 * The types of the Bot API: an immutable record for each, and a sealed interface where
 * Telegram has one of several. All but a few are generated.
 */
@NullMarked
package io.github.telegramnopool.api.model;

import org.jspecify.annotations.NullMarked;
