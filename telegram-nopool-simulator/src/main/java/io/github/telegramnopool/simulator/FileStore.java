package io.github.telegramnopool.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The files of one bot. Guarded by its bot.
 */
final class FileStore {

	private final Map<String, StoredFile> byId = new LinkedHashMap<>();

	StoredFile add(String name, String contentType, byte[] content) {
		int number = this.byId.size();
		String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
		StoredFile file = new StoredFile("file" + number, "documents/file_" + number + extension, name, contentType,
				content);
		this.byId.put(file.id(), file);
		return file;
	}

	@Nullable StoredFile find(String id) {
		return this.byId.get(id);
	}

	@Nullable StoredFile findByPath(String path) {
		return this.byId.values().stream().filter((file) -> file.path().equals(path)).findFirst().orElse(null);
	}

}
