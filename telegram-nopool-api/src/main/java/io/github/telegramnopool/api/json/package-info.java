// SPDX-License-Identifier: Apache-2.0
/**
 * How the vocabulary is read from JSON and written to it: a codec for each type and
 * method, generated, without reflection.
 * <p>
 * Reading is tolerant. What is not known is passed over, {@code null} counts as missing,
 * and what is missing though Telegram always lists it reads as 0, {@code false}, an empty
 * text, the epoch or an empty list; only a missing object makes a value unreadable.
 */
@NullMarked
package io.github.telegramnopool.api.json;

import org.jspecify.annotations.NullMarked;
