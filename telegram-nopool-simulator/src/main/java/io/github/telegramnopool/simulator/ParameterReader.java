// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Merges the parameters of a call: the query's first, then the body's
 * ({@code HttpReader}). A body of an unknown type is ignored; one of several parts is
 * read elsewhere.
 */
final class ParameterReader {

	private ParameterReader() {
	}

	static Parameters fromQuery(String query) {
		Parameters parameters = new Parameters();
		addUrlEncoded(parameters, query);
		return parameters;
	}

	static Parameters addBody(Parameters parameters, String contentType, byte[] body) {
		String type = contentType.toLowerCase(Locale.ROOT);
		if (type.contains("application/x-www-form-urlencoded")) {
			addUrlEncoded(parameters, new String(body, Json.CHARSET));
		}
		else if (type.contains("application/json")) {
			addJson(parameters, body);
		}
		return parameters;
	}

	static void addUrlEncoded(Parameters parameters, String text) {
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			if (!pair.isEmpty()) {
				String name = (equals >= 0) ? pair.substring(0, equals) : pair;
				parameters.add(Percent.decodeForm(name),
						(equals >= 0) ? Percent.decodeForm(pair.substring(equals + 1)) : "");
			}
		}
	}

	/**
	 * A string counts by its content, anything else by its JSON text. What comes before a
	 * fault counts; the fault itself is no error. A lone string is the parameter
	 * {@code content} ({@code HttpReader::parse_json_parameters}).
	 */
	private static void addJson(Parameters parameters, byte[] body) {
		try (JsonParser parser = Json.parser(body)) {
			JsonToken first = parser.nextToken();
			if (first == JsonToken.VALUE_STRING) {
				parameters.add("content", parser.getString());
			}
			while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				if (parser.nextToken() == JsonToken.VALUE_STRING) {
					parameters.add(name, parser.getString());
				}
				else {
					parameters.addJson(name, text(parser, body));
				}
			}
		}
		catch (JacksonException ex) {
			// Ignored on purpose, see above
		}
	}

	/**
	 * The value at which a parser stands, as it was written.
	 */
	private static String text(JsonParser parser, byte[] body) {
		int begin = (int) parser.currentTokenLocation().getByteOffset();
		parser.skipChildren();
		// Reads a number to its end, which the parser else puts off
		parser.finishToken();
		int end = (int) parser.currentLocation().getByteOffset();
		return new String(body, begin, end - begin, Json.CHARSET).strip();
	}

}
