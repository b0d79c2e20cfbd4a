// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.transport.FilePart;
import io.github.telegramnopool.transport.MultipartBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a multipart body of a request with files: each parameter is a field, a string as
 * it is and anything else as JSON.
 *
 * @see <a href="https://core.telegram.org/bots/api#sending-files">Sending files</a>
 */
final class MultipartWriter {

	private final JsonMapper mapper;

	MultipartWriter(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Write a request. Asks for the lengths of its files, which may block.
	 * @throws IOException if there is no such file; the message tells which
	 */
	MultipartBody write(Request request) throws IOException {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> parameter : this.mapper.readTree(request.json()).properties()) {
			JsonNode value = parameter.getValue();
			fields.put(parameter.getKey(),
					value.isString() ? value.stringValue() : this.mapper.writeValueAsString(value));
		}
		List<FilePart> files = new ArrayList<>();
		for (Map.Entry<String, InputFile> file : request.files().entrySet()) {
			files.add(part(file.getKey(), file.getValue()));
		}
		return new MultipartBody(fields, files);
	}

	private static FilePart part(String name, InputFile file) throws IOException {
		String filename = String.valueOf(file.name());
		try {
			return new FilePart(name, filename, file.length(), file::open);
		}
		catch (IOException | RuntimeException ex) {
			String problem = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
			throw new IOException("the file '" + filename + "' can't be sent: " + problem, ex);
		}
	}

}
