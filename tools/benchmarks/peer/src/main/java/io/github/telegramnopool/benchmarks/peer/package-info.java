// SPDX-License-Identifier: Apache-2.0
/**
 * The side of a compared library: a process of its own that makes calls and hears updates
 * as it is told. Start reading at
 * {@link io.github.telegramnopool.benchmarks.peer.PeerProcess}. Knows of no library but
 * TelegramBots, which cannot share a class path with the others.
 */
@NullMarked
package io.github.telegramnopool.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
