// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.model;

/**
 * A text without markup.
 *
 * @param text the text
 * @since 0.1.0
 */
public record RichTextPlain(String text) implements RichText {

}
