// SPDX-License-Identifier: Apache-2.0
/**
 * The bots that the side-by-side run compares.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.bot;

import org.jspecify.annotations.NullMarked;
