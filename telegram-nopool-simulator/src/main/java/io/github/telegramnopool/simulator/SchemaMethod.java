// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Map;

/**
 * A method of the schema.
 *
 * @param name the name
 * @param parameters its parameters by name
 * @param returns the type of its result
 */
record SchemaMethod(String name, Map<String, SchemaField> parameters, SchemaType returns) {

}
