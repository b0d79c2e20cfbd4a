// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object type, or a parameter of a method.
 *
 * @param name the name
 * @param type the type
 * @param required whether it is always there
 * @param constant the only value, if there is only one
 * @param values the values that are listed, or none if any goes
 * @param attach whether it may name a part of the request
 * @param format what the text or number stands for, or empty
 */
record SchemaField(String name, SchemaType type, boolean required, @Nullable String constant, List<String> values,
		boolean attach, String format) {

}
