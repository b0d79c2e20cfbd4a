// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import io.github.telegramnopool.api.InputFile;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.scheduler.Scheduler;

/**
 * What is sent for one call.
 *
 * @param method the name of the method
 * @param json the parameters, a JSON object in UTF-8
 * @param files the files that it refers to, by the names of their parts
 */
record Request(String method, byte[] json, Map<String, InputFile> files) {

	private static final Log logger = LogFactory.getLog(TelegramBotApi.class);

	boolean isRepeatable() {
		return this.files.values().stream().allMatch(InputFile::isRepeatable);
	}

	/**
	 * Close the streams that were not even opened.
	 */
	void discard(Scheduler threads) {
		if (!isRepeatable()) {
			try {
				threads.schedule(this::discard);
			}
			catch (RejectedExecutionException ex) {
				discard();
			}
		}
	}

	private void discard() {
		for (InputFile file : this.files.values()) {
			try {
				file.discard();
			}
			catch (IOException | RuntimeException ex) {
				logger.debug("The stream of '" + file.name() + "' could not be closed", ex);
			}
		}
	}

}
