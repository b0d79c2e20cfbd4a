// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Finds the file that a parameter means: a part of the request, one that was stored
 * before, or a URL.
 */
record FileReference(FileStore files, Parameters parameters) {

	private static final String ATTACH = "attach://";

	private static final String UNKNOWN = "wrong file identifier/HTTP URL specified";

	/**
	 * Find a file, and store it if it comes with the request.
	 * @param name name of the parameter, which is also the part's if the value is empty
	 * @param value what the parameter says
	 * @param kind name of the folder for the kind of file
	 */
	StoredFile find(String name, String value, String kind) {
		UploadedFile upload = this.parameters
			.getFile(value.startsWith(ATTACH) ? value.substring(ATTACH.length()) : name);
		if (upload != null) {
			return store(upload, kind);
		}
		if (value.isEmpty()) {
			throw ApiError.badRequest("there is no " + name.replace('_', ' ') + " in the request");
		}
		StoredFile known = this.files.find(value);
		return (known != null) ? known : fetch(value, kind);
	}

	/**
	 * Whether a parameter means a file at all.
	 */
	boolean isGiven(String name, String value) {
		return !value.isEmpty() || this.parameters.getFile(name) != null;
	}

	StoredFile store(UploadedFile upload, String kind) {
		StoredFile file = this.files.add(kind, upload);
		if (file.size() == 0) {
			throw ApiError.badRequest("file must be non-empty");
		}
		return file;
	}

	private StoredFile fetch(String value, String kind) {
		try {
			URI url = URI.create(value);
			String scheme = (url.getScheme() != null) ? url.getScheme() : "";
			return switch (scheme) {
				case "file" -> local(Path.of(url), kind);
				case "http", "https" -> remote(url, kind);
				default -> throw ApiError.badRequest(UNKNOWN);
			};
		}
		catch (IllegalArgumentException | IOException ex) {
			throw ApiError.badRequest(UNKNOWN);
		}
	}

	private StoredFile local(Path path, String kind) throws IOException {
		if (!this.files.rules().local()) {
			throw ApiError.badRequest(UNKNOWN);
		}
		try (InputStream content = Files.newInputStream(path)) {
			return add(path.getFileName(), kind, content);
		}
	}

	/**
	 * Stand in for a file of the web: the simulator reaches nothing outside itself.
	 */
	private StoredFile remote(URI url, String kind) {
		@Nullable Path path = (url.getPath() != null) ? Path.of(url.getPath()).getFileName() : null;
		return add(path, kind, new ByteArrayInputStream(url.toString().getBytes(Json.CHARSET)));
	}

	private StoredFile add(@Nullable Path name, String kind, InputStream content) {
		return this.files.add(kind, (name != null) ? name.toString() : "file", "application/octet-stream", content);
	}

}
