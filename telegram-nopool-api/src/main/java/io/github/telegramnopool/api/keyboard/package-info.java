// SPDX-License-Identifier: Apache-2.0
/**
 * Keyboards, built row by row.
 */
@NullMarked
package io.github.telegramnopool.api.keyboard;

import org.jspecify.annotations.NullMarked;
