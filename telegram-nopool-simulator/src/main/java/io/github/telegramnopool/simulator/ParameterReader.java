package io.github.telegramnopool.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

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
		if (type.startsWith("application/x-www-form-urlencoded")) {
			addUrlEncoded(parameters, new String(body, StandardCharsets.UTF_8));
		}
		else if (type.startsWith("application/json")) {
			addJson(parameters, body);
		}
		return parameters;
	}

	private static void addUrlEncoded(Parameters parameters, String text) {
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			if (!pair.isEmpty()) {
				String name = (equals >= 0) ? pair.substring(0, equals) : pair;
				parameters.add(decode(name), (equals >= 0) ? decode(pair.substring(equals + 1)) : "");
			}
		}
	}

	/**
	 * A string counts by its content, anything else by its JSON text. What comes before a
	 * fault counts; the fault itself is no error
	 * ({@code HttpReader::parse_json_parameters}).
	 */
	private static void addJson(Parameters parameters, byte[] body) {
		try (JsonParser parser = Json.parser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return;
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				parser.nextToken();
				JsonNode value = Json.readValue(parser);
				add(parameters, name, value);
			}
		}
		catch (JacksonException ex) {
			// Ignored on purpose, see above
		}
	}

	private static void add(Parameters parameters, String name, JsonNode value) {
		if (value.isString()) {
			parameters.add(name, value.stringValue());
		}
		else {
			parameters.addJson(name, Json.write(value));
		}
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
