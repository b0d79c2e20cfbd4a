// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import tools.jackson.core.type.TypeReference;

/**
 * A call of a Bot API method with its parameters. Written as JSON it is the body of the
 * request.
 *
 * @param <R> type of the result
 * @since 0.1.0
 */
public interface BotApiMethod<R> {

	/**
	 * The method as the Bot API spells it.
	 * @return the name, such as {@code sendMessage}
	 */
	String methodName();

	/**
	 * Type that the {@code result} of a successful answer is read as.
	 * @return the type
	 */
	TypeReference<R> resultType();

}
