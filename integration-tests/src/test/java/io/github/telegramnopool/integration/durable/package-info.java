// SPDX-License-Identifier: Apache-2.0
/**
 * Updates kept in a real database until their listeners have handled them.
 */
@NullMarked
package io.github.telegramnopool.integration.durable;

import org.jspecify.annotations.NullMarked;
