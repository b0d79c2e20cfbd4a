// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import tools.jackson.databind.JsonNode;

/**
 * A value that a later version of the Bot API has added to one of several types. Each
 * sealed interface of values that can be received has such an arm, so that a new Bot API
 * breaks no bot; written again it is the same JSON.
 *
 * @since 0.1.0
 */
public interface UnknownVariant {

	/**
	 * The value as it came.
	 * @return the JSON
	 */
	JsonNode json();

}
