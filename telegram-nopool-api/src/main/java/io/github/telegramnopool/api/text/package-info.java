// SPDX-License-Identifier: Apache-2.0
/**
 * Texts with formatting: built, escaped, split, and rendered as HTML or MarkdownV2.
 */
@NullMarked
package io.github.telegramnopool.api.text;

import org.jspecify.annotations.NullMarked;
