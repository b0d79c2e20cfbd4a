// SPDX-License-Identifier: Apache-2.0
/**
 * Bots with other people's clients, unmodified, talk to the simulator.
 */
@NullMarked
package io.github.telegramnopool.compatibility;

import org.jspecify.annotations.NullMarked;
