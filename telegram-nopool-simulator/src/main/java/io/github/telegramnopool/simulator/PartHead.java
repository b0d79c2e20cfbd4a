package io.github.telegramnopool.simulator;

import java.net.URLDecoder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a part says. The name of a file is read as the real server does, which
 * decodes percents in it after the quotes are gone.
 *
 * @param name name of the part
 * @param fileName name of the file, or {@code null} if the part is a parameter
 * @param contentType type of the content, or empty
 * @see <a href=
 * "https://github.com/tdlib/td/blob/master/tdnet/td/net/HttpReader.cpp">HttpReader</a>
 */
record PartHead(String name, @Nullable String fileName, String contentType) {

	private static final Pattern ATTRIBUTE = Pattern
		.compile(";\\s*([A-Za-z*]+)\\s*=\\s*(?:\"((?:\\\\[\"\\\\]|[^\"])*)\"|([^;\\s]*))");

	/**
	 * Escapes next to each other can be the bytes of one character.
	 */
	private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

	/**
	 * Read the lines of a head.
	 */
	static PartHead parse(String lines) {
		String name = null;
		String fileName = null;
		String extendedName = null;
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
				extendedName = attribute(value, "filename*");
			}
		}
		if (name == null) {
			throw new ProtocolError(400);
		}
		return new PartHead(name, (extendedName != null) ? extended(extendedName) : decoded(fileName), contentType);
	}

	private static @Nullable String attribute(String disposition, String name) {
		Matcher matcher = ATTRIBUTE.matcher(disposition);
		while (matcher.find()) {
			if (matcher.group(1).equalsIgnoreCase(name)) {
				String quoted = matcher.group(2);
				return (quoted != null) ? quoted.replaceAll("\\\\([\"\\\\])", "$1") : matcher.group(3);
			}
		}
		return null;
	}

	/**
	 * Decode percents, and leave what is no escape as it is.
	 */
	private static @Nullable String decoded(@Nullable String name) {
		return (name != null) ? ESCAPES.matcher(name).replaceAll(PartHead::unescape) : null;
	}

	private static String unescape(MatchResult escapes) {
		byte[] bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
		return Matcher.quoteReplacement(new String(bytes, Json.CHARSET));
	}

	/**
	 * Decode a value of RFC 5987, as in {@code UTF-8''na%C3%AFve.txt}.
	 */
	private static String extended(String value) {
		try {
			String encoded = value.substring(value.lastIndexOf('\'') + 1);
			return URLDecoder.decode(encoded.replace("+", "%2B"), Json.CHARSET);
		}
		catch (IllegalArgumentException ex) {
			throw new ProtocolError(400);
		}
	}

}
