// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the files of a request while its JSON is written, wherever they stand in it:
 * the first is the part {@code file0}, and its place in the JSON says
 * {@code attach://file0}.
 * <p>
 * Given to a writer as an attribute: {@code mapper.writer()
 * .withAttribute(AttachedFiles.class, files)}.
 *
 * @since 0.1.0
 */
public final class AttachedFiles {

	private final List<InputFile> files = new ArrayList<>(1);

	/**
	 * Add a file, unless it is there already: it is sent once.
	 * @param file the file
	 * @return what the JSON says in its place
	 */
	public String attach(InputFile file) {
		int place = this.files.indexOf(file);
		if (place < 0) {
			place = this.files.size();
			this.files.add(file);
		}
		return "attach://" + partName(place);
	}

	/**
	 * Whether there is nothing to send but JSON.
	 * @return whether no file was written
	 */
	public boolean isEmpty() {
		return this.files.isEmpty();
	}

	/**
	 * The files by the names of their parts.
	 * @return the files in the order in which they were written
	 */
	public Map<String, InputFile> byPartName() {
		Map<String, InputFile> parts = new LinkedHashMap<>();
		for (int place = 0; place < this.files.size(); place++) {
			parts.put(partName(place), this.files.get(place));
		}
		return parts;
	}

	private static String partName(int place) {
		return "file" + place;
	}

}
