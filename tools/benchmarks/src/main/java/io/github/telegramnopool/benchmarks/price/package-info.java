// SPDX-License-Identifier: Apache-2.0
/**
 * What it costs that no connection is used twice, beside libraries that use them again.
 * Start reading at {@link io.github.telegramnopool.benchmarks.price.Price}.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.price;

import org.jspecify.annotations.NullMarked;
