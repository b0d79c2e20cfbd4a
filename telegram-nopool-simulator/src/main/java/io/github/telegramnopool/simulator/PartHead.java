// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a part says. Names are read as the real server does, which decodes
 * percents in them after the quotes are gone, takes those without quotes up to the next
 * semicolon, and knows no {@code filename*}.
 *
 * @param name name of the part
 * @param fileName name of the file, or {@code null} if the part is a parameter
 * @param contentType type of the content, or empty
 * @see <a href=
 * "https://github.com/tdlib/td/blob/master/tdnet/td/net/HttpReader.cpp">HttpReader</a>
 */
record PartHead(String name, @Nullable String fileName, String contentType) {

	private static final Pattern ATTRIBUTE = Pattern
		.compile(";\\s*([^\\s=;\"]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;]*))");

	/**
	 * Read the lines of a head.
	 */
	static PartHead parse(String lines) {
		String name = null;
		String fileName = null;
		String contentType = "";
		for (String line : lines.split("\r\n")) {
			int colon = line.indexOf(':');
			String header = line.substring(0, Math.max(colon, 0)).trim().toLowerCase(Locale.ROOT);
			String value = line.substring(colon + 1).trim();
			if (header.equals("content-type")) {
				contentType = value;
			}
			if (header.equals("content-disposition")) {
				name = attribute(value, "name");
				fileName = attribute(value, "filename");
			}
		}
		if (name == null || name.isEmpty()) {
			throw new ProtocolError(400);
		}
		return new PartHead(name, fileName, contentType);
	}

	private static @Nullable String attribute(String disposition, String name) {
		Matcher matcher = ATTRIBUTE.matcher(disposition);
		while (matcher.find()) {
			if (matcher.group(1).equals(name)) {
				String quoted = matcher.group(2);
				return Percent.decode((quoted != null) ? quoted.replaceAll("\\\\(.)", "$1") : matcher.group(3).strip());
			}
		}
		return null;
	}

}
