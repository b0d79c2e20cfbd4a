// SPDX-License-Identifier: Apache-2.0
/**
 * What the state of a bot means for the health of its application. Reads snapshots, never
 * the network.
 */
@NullMarked
package io.github.telegramnopool.health;

import org.jspecify.annotations.NullMarked;
