// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

/**
 * A bot of this application.
 *
 * @param name name of the bot under {@code telegram.bots}, {@code default} if it has none
 * @param id identifier of the bot as a user
 * @param username username without {@code @}
 * @since 0.1.0
 */
public record BotInfo(String name, long id, String username) {

}
