// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.InputStream;
import java.nio.file.Path;

import io.github.telegramnopool.api.model.File;

/**
 * The Bot API for code that may block: each method returns when Telegram has answered, at
 * the latest at the call's deadline, or throws a
 * {@link io.github.telegramnopool.client.error.TelegramException TelegramException}.
 * <p>
 * On a thread that must not block, such as an event loop, it throws an
 * {@link IllegalStateException}: use {@link TelegramBotApi} there.
 *
 * @since 0.1.0
 */
public interface BlockingTelegramBotApi extends BlockingBotApiOperations {

	/**
	 * Download a file to a disk. It takes its name only when it is whole; a download that
	 * is cut is repeated until its deadline.
	 * @param file the file; if it has no path, {@code getFile} is asked for it
	 * @param target where to put it; what is there is replaced
	 * @return the target
	 */
	Path download(File file, Path target);

	/**
	 * Ask for the path of a file and download it to a disk.
	 * @param fileId the {@code file_id}
	 * @param target where to put it; what is there is replaced
	 * @return the target, as from {@link #download(File, Path)}
	 */
	Path download(String fileId, Path target);

	/**
	 * Download a file as a stream, which is read while it comes.
	 * @param file the file; if it has no path, {@code getFile} is asked for it
	 * @return the content, to be closed by the caller. Reading fails if the content is
	 * cut.
	 */
	InputStream download(File file);

	/**
	 * Ask for the path of a file and download it as a stream.
	 * @param fileId the {@code file_id}
	 * @return the content, as from {@link #download(File)}
	 */
	InputStream download(String fileId);

}
