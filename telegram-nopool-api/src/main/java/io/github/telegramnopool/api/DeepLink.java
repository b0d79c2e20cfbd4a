// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes links that open a bot with a payload, and reads what a bot receives of it: the
 * argument of the command {@code /start}.
 * <p>
 * A payload has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -. For anything else,
 * {@link #encode(String)} makes a payload of up to 48 bytes, and {@link #decode(String)}
 * reads it. Users can change a link: sign what must not be forged.
 *
 * @see <a href="https://core.telegram.org/bots/features#deep-linking">Deep linking</a>
 * @since 0.1.0
 */
public final class DeepLink {

	private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

	private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/**
	 * What 64 characters of base64 hold.
	 */
	private static final int MAX_BYTES = 48;

	private DeepLink() {
	}

	/**
	 * A link to the bot's private chat.
	 * @param username the bot's username, with or without {@code @}
	 * @param payload the argument of the command {@code /start}
	 * @return the link
	 */
	public static String start(String username, String payload) {
		return link(username, "start", payload);
	}

	/**
	 * A link that adds the bot to a group.
	 * @param username the bot's username, with or without {@code @}
	 * @param payload the argument of the command {@code /start}, which the bot gets in
	 * the group
	 * @return the link
	 */
	public static String startGroup(String username, String payload) {
		return link(username, "startgroup", payload);
	}

	/**
	 * A link to the bot's main Mini App.
	 * @param username the bot's username, with or without {@code @}
	 * @param payload the start parameter of the app
	 * @return the link
	 */
	public static String startApp(String username, String payload) {
		return link(username, "startapp", payload);
	}

	private static String link(String username, String parameter, String payload) {
		String name = username.startsWith("@") ? username.substring(1) : username;
		if (!USERNAME.matcher(name).matches()) {
			throw new IllegalArgumentException(
					"'" + username + "' is no username of a bot: take the name without a URL, such as my_bot");
		}
		if (!PAYLOAD.matcher(payload).matches()) {
			throw new IllegalArgumentException("The payload '" + payload
					+ "' does not have 1 to 64 of the characters A-Z, a-z, 0-9, _ and -: shorten it, or encode() it");
		}
		return "https://t.me/" + name + "?" + parameter + "=" + payload;
	}

	/**
	 * Make a payload from any text.
	 * @param text the text, 1 to 48 bytes in UTF-8
	 * @return the text in base64url without padding
	 */
	public static String encode(String text) {
		return encode(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Make a payload from bytes.
	 * @param bytes 1 to 48 bytes
	 * @return the bytes in base64url without padding
	 */
	public static String encode(byte[] bytes) {
		if (bytes.length < 1 || bytes.length > MAX_BYTES) {
			throw new IllegalArgumentException(
					"A payload holds 1 to 48 bytes, not %d: keep what is long elsewhere and send a key to it"
						.formatted(bytes.length));
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Read the text that a payload was made from.
	 * @param payload the payload, as {@code CommandEvent.argument()} has it
	 * @return the text
	 * @throws IllegalArgumentException if the payload was not made by
	 * {@link #encode(String)}
	 */
	public static String decode(String payload) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decodeBytes(payload))).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("The payload '" + payload + "' holds no text in UTF-8", ex);
		}
	}

	/**
	 * Read the bytes that a payload was made from.
	 * @param payload the payload, as {@code CommandEvent.argument()} has it
	 * @return the bytes
	 * @throws IllegalArgumentException if the payload was not made by
	 * {@link #encode(byte[])}
	 */
	public static byte[] decodeBytes(String payload) {
		try {
			return Base64.getUrlDecoder().decode(payload);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The payload '" + payload + "' is no base64url", ex);
		}
	}

}
