// SPDX-License-Identifier: Apache-2.0
/**
 * Bots of several libraries behind the same faulty proxy. Start reading at
 * {@link io.github.telegramnopool.benchmarks.sidebyside.SideBySide}.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.sidebyside;

import org.jspecify.annotations.NullMarked;
