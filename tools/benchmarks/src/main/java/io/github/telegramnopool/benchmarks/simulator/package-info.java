// SPDX-License-Identifier: Apache-2.0
/**
 * How many updates the simulator takes and serves, so that it is not what limits a
 * benchmark.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;
