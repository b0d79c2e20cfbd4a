// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

/**
 * Where a parser of marked-up text stands, and what it has made so far.
 */
final class MarkupReader {

	private static final Pattern HOST = Pattern.compile("^[^\\s/:@]+\\.\\p{L}{2,}(?=$|[/:?#])\\S*$");

	private static final Pattern WEB = Pattern.compile("((https?|ftp)://[^/?#\\s]+)(\\S*)", Pattern.CASE_INSENSITIVE);

	private static final Pattern OTHER_LINK = Pattern.compile("(tg|ton|tonsite):\\S+", Pattern.CASE_INSENSITIVE);

	final List<ObjectNode> entities = new ArrayList<>();

	final StringBuilder result = new StringBuilder();

	int at;

	private final String text;

	MarkupReader(String text) {
		this.text = text;
	}

	boolean atEnd() {
		return this.at >= this.text.length();
	}

	/**
	 * The character so many behind this one, or 0 beyond the end.
	 */
	char peek(int ahead) {
		int index = this.at + ahead;
		return (index < this.text.length()) ? this.text.charAt(index) : 0;
	}

	char peek() {
		return peek(0);
	}

	boolean startsWith(String expected) {
		return this.text.startsWith(expected, this.at);
	}

	/**
	 * Take over the character as it is.
	 */
	void copy() {
		this.result.append(this.text.charAt(this.at++));
	}

	String from(int begin) {
		return this.text.substring(begin, this.at);
	}

	static boolean isSpace(char character) {
		return character == ' ' || (character >= '\t' && character <= '\r') || character == 0;
	}

	/**
	 * Add an entity that ends here, unless it is empty.
	 * @return the entity, for what else it has
	 */
	ObjectNode add(String type, int begin) {
		ObjectNode entity = Json.object()
			.put("offset", begin)
			.put("length", this.result.length() - begin)
			.put("type", type);
		if (this.result.length() > begin) {
			this.entities.add(entity);
		}
		return entity;
	}

	/**
	 * Add a link, or the mention of a user, unless the address is none
	 * ({@code LinkManager::get_checked_link}).
	 */
	void addLink(String url, int begin) {
		String user = url.replaceFirst("(?i)^tg:(//)?user\\?id=", "");
		if (!user.equals(url) && user.matches("[1-9][0-9]{0,15}")) {
			long id = Long.parseLong(user);
			add("text_mention", begin).putObject("user").put("id", id).put("is_bot", false).put("first_name", "User");
			return;
		}
		String address = HOST.matcher(url.strip()).replaceFirst("http://$0");
		Matcher web = WEB.matcher(address);
		if (web.matches()) {
			String path = web.group(3).startsWith("/") ? web.group(3) : "/" + web.group(3);
			add("text_link", begin).put("url", web.group(1).toLowerCase(Locale.ROOT) + path);
		}
		else if (OTHER_LINK.matcher(address).matches()) {
			add("text_link", begin).put("url", address);
		}
	}

	/**
	 * How many bytes come before a character.
	 */
	int byteOffset(int index) {
		return this.text.substring(0, Math.min(index, this.text.length())).getBytes(Json.CHARSET).length;
	}

	/**
	 * Match the rest of the text.
	 */
	Matcher matcher(Pattern pattern) {
		return pattern.matcher(this.text).region(this.at, this.text.length());
	}

}
