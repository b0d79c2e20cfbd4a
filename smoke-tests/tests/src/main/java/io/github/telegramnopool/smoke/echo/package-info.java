// SPDX-License-Identifier: Apache-2.0
/**
 * What a stranger writes for a first bot.
 */
@NullMarked
package io.github.telegramnopool.smoke.echo;

import org.jspecify.annotations.NullMarked;
