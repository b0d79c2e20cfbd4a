// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a server does with files.
 *
 * @param local whether it is a local Bot API server: paths are absolute, and
 * {@code file:} URLs are uploads
 * @param maxUpload size of the largest file that a request may carry
 * @param maxDownload size of the largest file that {@code getFile} finds
 * @param folder where they are kept, or {@code null} for where temporary files are
 */
record FileRules(boolean local, long maxUpload, long maxDownload, @Nullable Path folder) {

	static final long CLOUD_UPLOAD = 50L * 1024 * 1024;

	/**
	 * {@code MAX_DOWNLOAD_FILE_SIZE} of the official server.
	 */
	static final long CLOUD_DOWNLOAD = 20L * 1024 * 1024;

	static final long LOCAL_UPLOAD = 2000L * 1024 * 1024;

	/**
	 * Room for what surrounds the files of a request.
	 */
	private static final long FRAME = 1024 * 1024;

	long maxBody() {
		return this.maxUpload + FRAME;
	}

}
