// SPDX-License-Identifier: Apache-2.0
/**
 * Measurements beside other libraries. Start reading at
 * {@link io.github.telegramnopool.benchmarks.Benchmarks}.
 */
@NullMarked
package io.github.telegramnopool.benchmarks;

import org.jspecify.annotations.NullMarked;
