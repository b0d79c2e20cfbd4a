// SPDX-License-Identifier: Apache-2.0
/**
 * Writes the Bot API's vocabulary and the client's facades from {@code schema.json} (what
 * Telegram documents) and {@code overlay.json} (what people decided). Start reading at
 * {@link io.github.telegramnopool.codegen.Codegen}.
 */
@NullMarked
package io.github.telegramnopool.codegen;

import org.jspecify.annotations.NullMarked;
