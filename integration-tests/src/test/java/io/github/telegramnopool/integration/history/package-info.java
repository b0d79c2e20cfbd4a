// SPDX-License-Identifier: Apache-2.0
/**
 * Runs bots under random faults, records what happened at both ends, and proves from the
 * record what is promised.
 */
@NullMarked
package io.github.telegramnopool.integration.history;

import org.jspecify.annotations.NullMarked;
