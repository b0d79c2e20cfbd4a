package io.github.telegramnopool.simulator;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a part says.
 *
 * @param name name of the part
 * @param fileName name of the file, or {@code null} if the part is a parameter
 * @param contentType type of the content, or empty
 */
record PartHead(String name, @Nullable String fileName, String contentType) {

	private static final Pattern ATTRIBUTE = Pattern
		.compile(";\\s*([A-Za-z*]+)\\s*=\\s*(?:\"((?:\\\\[\"\\\\]|[^\"])*)\"|([^;\\s]*))");

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
		return new PartHead(name, (extendedName != null) ? decode(extendedName) : fileName, contentType);
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
	 * Decode a value of RFC 5987, as in {@code UTF-8''na%C3%AFve.txt}.
	 */
	private static String decode(String value) {
		try {
			String encoded = value.substring(value.lastIndexOf('\'') + 1);
			return URLDecoder.decode(encoded.replace("+", "%2B"), Json.CHARSET);
		}
		catch (IllegalArgumentException ex) {
			throw new ProtocolError(400);
		}
	}

}
