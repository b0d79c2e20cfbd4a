// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

/**
 * Something about a call that the Bot API does not know or allow. The official server
 * lets most of it pass in silence, and so does the simulator unless it is strict.
 *
 * @param botId id of the bot that called
 * @param method name of the method
 * @param parameter the parameter, or the place in it, as in {@code media[0].type}
 * @param problem what is wrong with it, to be read behind the parameter
 * @since 0.1.0
 */
public record Finding(long botId, String method, String parameter, String problem) {

	/**
	 * The finding as the strict simulator answers it.
	 * @return such as {@code parameter "chat_id" is required}
	 */
	public String description() {
		return "parameter \"" + this.parameter + "\" " + this.problem;
	}

}
