// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.error.OutcomeUnknownException;

/**
 * What {@code getFile} has to tell for a download.
 */
final class FilePaths {

	private FilePaths() {
	}

	static File require(File file) {
		if (file.filePath() == null) {
			throw new OutcomeUnknownException("getFile",
					"the answer has no file_path to download from. " + FileLimits.DOWNLOADS);
		}
		return file;
	}

}
