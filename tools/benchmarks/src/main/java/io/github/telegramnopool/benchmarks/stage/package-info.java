// SPDX-License-Identifier: Apache-2.0
/**
 * What is around the compared libraries: a Telegram, the lines that lead to it, and the
 * network that they are in. Start reading at
 * {@link io.github.telegramnopool.benchmarks.stage.Stage}.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
