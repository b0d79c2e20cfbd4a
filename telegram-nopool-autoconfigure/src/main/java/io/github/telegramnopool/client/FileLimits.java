// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramApiException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.FilePart;
import io.github.telegramnopool.transport.MultipartBody;

/**
 * How large files can be, and what to do about it: Telegram's own servers take and give
 * less than a Bot API server of one's own, and only the latter can have files in common
 * with this machine.
 *
 * @see <a href="https://core.telegram.org/bots/api#using-a-local-bot-api-server">Using a
 * local Bot API server</a>
 */
final class FileLimits {

	private static final long MB = 1024 * 1024;

	private static final long LOCAL = 2000 * MB;

	private static final long UPLOAD = 50 * MB;

	private static final long DOWNLOAD = 20 * MB;

	private static final String UPLOADS = "Telegram's servers take files of up to 50 MB, and photos of up to 10 MB. "
			+ "A local Bot API server takes 2000 MB, see telegram.base-url";

	static final String DOWNLOADS = "Telegram's servers give out files of up to 20 MB. "
			+ "A local Bot API server has no limit, see telegram.base-url";

	private final boolean telegramItself;

	private final boolean localFiles;

	/**
	 * Create the limits.
	 * @param localFiles whether a local server's files may be read from this machine's
	 * disk
	 */
	FileLimits(BotTransport transport, boolean localFiles) {
		this.localFiles = localFiles;
		this.telegramItself = transport.reachesTelegramItself();
	}

	boolean isTelegramItself() {
		return this.telegramItself;
	}

	/**
	 * Whether the server is trusted with naming files of this machine. One that is not
	 * could name any, and so could who sits between.
	 */
	boolean readLocalFiles() {
		return this.localFiles;
	}

	/**
	 * Bytes that an upload can have at most, for its deadline.
	 */
	long longest(MultipartBody body) {
		long unknown = body.files().stream().filter((file) -> file.length() < 0).count();
		long known = body.files().stream().mapToLong((file) -> Math.max(0, file.length())).sum();
		return known + unknown * (this.telegramItself ? UPLOAD : LOCAL);
	}

	/**
	 * Bytes that a download can have at most, for its deadline.
	 */
	long longest(File file) {
		Long size = file.fileSize();
		return (size != null && size > 0) ? size : (this.telegramItself ? DOWNLOAD : LOCAL);
	}

	/**
	 * Refuse what Telegram would refuse after the whole transfer.
	 */
	void check(String method, MultipartBody body) {
		for (FilePart file : body.files()) {
			if (this.telegramItself && file.length() > UPLOAD) {
				throw new RequestNotSentException(method, "the file '%s' has %.1f MB. %s".formatted(file.filename(),
						(double) file.length() / MB, UPLOADS), null);
			}
		}
	}

	/**
	 * Say the limit where Telegram says only that there is one.
	 */
	TelegramException explain(TelegramException failure) {
		if (failure instanceof BadRequestException refusal && refusal.description().contains("file is too big")) {
			return new BadRequestException(refusal.method(), refusal.description() + ". " + DOWNLOADS,
					refusal.parameters());
		}
		if (failure instanceof TelegramApiException refusal && refusal.code() == 413) {
			return new TelegramApiException(refusal.method(), refusal.code(), refusal.description() + ". " + UPLOADS,
					refusal.parameters());
		}
		return failure;
	}

}
