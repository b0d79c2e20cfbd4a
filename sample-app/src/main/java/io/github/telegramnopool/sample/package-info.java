// SPDX-License-Identifier: Apache-2.0
/**
 * A bot that echoes what it hears.
 */
@NullMarked
package io.github.telegramnopool.sample;

import org.jspecify.annotations.NullMarked;
