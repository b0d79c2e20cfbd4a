// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

import org.jspecify.annotations.Nullable;

/**
 * Result of an edit: the message as it is now, or just {@code true} where the bot can't
 * see it, since it was sent inline.
 *
 * @param message the message or {@code null} if it was sent inline
 * @since 0.1.0
 */
public record MessageOrTrue(@Nullable Message message) {

}
