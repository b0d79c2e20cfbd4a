// SPDX-License-Identifier: Apache-2.0
/**
 * What is left of it without the starter.
 */
@NullMarked
package io.github.telegramnopool.smoke.empty;

import org.jspecify.annotations.NullMarked;
