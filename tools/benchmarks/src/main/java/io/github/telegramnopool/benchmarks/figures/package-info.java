// SPDX-License-Identifier: Apache-2.0
/**
 * What came out of measurements, and how it is told: rows, medians and spreads, a table
 * and a chart. Start reading at
 * {@link io.github.telegramnopool.benchmarks.figures.Figures}.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
