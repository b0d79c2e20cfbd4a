// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The files of one bot. Guarded by itself, so that storing a large one holds up nothing
 * else.
 */
final class FileStore {

	/**
	 * No more than letters and digits, lest a name lead out of the folder.
	 */
	private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

	private final Map<String, StoredFile> byId = new LinkedHashMap<>();

	private final FileFolder folder;

	private final FileRules rules;

	private final String owner;

	private int lastNumber = -1;

	FileStore(FileFolder folder, FileRules rules, String owner) {
		this.folder = folder;
		this.rules = rules;
		this.owner = owner;
	}

	FileRules rules() {
		return this.rules;
	}

	/**
	 * Store a file that a request carries.
	 * @param kind name of the folder for its kind of file
	 */
	synchronized StoredFile add(String kind, UploadedFile upload) {
		StoredFile stored = upload.stored;
		if (stored == null) {
			stored = keep(kind, upload);
			upload.stored = stored;
		}
		return stored;
	}

	synchronized StoredFile add(String kind, String name, String contentType, InputStream content) {
		Path file = this.folder.newFile();
		try {
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return keep(kind, new UploadedFile("", name, contentType, file));
	}

	synchronized @Nullable StoredFile find(String id) {
		return this.byId.get(id);
	}

	synchronized @Nullable StoredFile findByPath(String path) {
		return this.byId.values().stream().filter((file) -> file.path().equals(path)).findFirst().orElse(null);
	}

	synchronized List<StoredFile> all() {
		return List.copyOf(this.byId.values());
	}

	synchronized void clear() {
		this.byId.clear();
	}

	private StoredFile keep(String kind, UploadedFile upload) {
		int number = ++this.lastNumber;
		Matcher extension = EXTENSION.matcher(upload.name);
		String name = "file_" + number + (extension.find() ? extension.group() : "");
		try {
			Path location = this.folder.folder(this.owner + "/" + kind).resolve(name);
			Files.move(upload.path, location);
			StoredFile file = new StoredFile("file" + number, kind + "/" + name, upload.part, upload.name,
					upload.contentType, Files.size(location), location);
			this.byId.put(file.id(), file);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
