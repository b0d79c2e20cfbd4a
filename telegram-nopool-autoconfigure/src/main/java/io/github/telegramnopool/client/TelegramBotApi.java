// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.nio.file.Path;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetFile;
import io.github.telegramnopool.api.model.File;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * The Bot API, reactive: a method for each of Telegram's, and {@link #execute} for any.
 * <p>
 * Nothing happens until the returned {@code Mono} is subscribed to. It emits the result,
 * never completes empty, and fails with a
 * {@link io.github.telegramnopool.client.error.TelegramException TelegramException}.
 * Cancelling closes the connection at once; a request that has left may still be
 * executed. Signals come on an event loop, which must not be blocked.
 *
 * <p>
 * An application that declares a bean of this type itself says
 * {@code @Bean(destroyMethod = "")}: Spring would otherwise call Telegram's method
 * {@code close} at the end, which logs the bot off its server.
 *
 * @see BlockingTelegramBotApi
 * @since 0.1.0
 */
public interface TelegramBotApi extends BotApiOperations {

	/**
	 * Call a method and watch how its files are sent.
	 * @param <R> the type of the result
	 * @param method the method
	 * @return how much has been sent, some times a second and for a slow subscriber less
	 * often; the last one has the result. Signals come on a thread of the client's own,
	 * which may be blocked for a while: the upload goes on.
	 */
	<R> Flux<UploadProgress<R>> upload(BotApiMethod<R> method);

	/**
	 * Download a file.
	 * @param file the file; if it has no path, {@code getFile} is asked for it
	 * @return the content, to be released by its subscriber
	 * ({@link org.springframework.core.io.buffer.DataBufferUtils#release release}). It is
	 * an error if it is cut. Until the first byte has come, a failed download is
	 * repeated.
	 */
	Flux<DataBuffer> download(File file);

	/**
	 * Download a file to a disk. It takes its name only when it is whole: until then it
	 * lies beside, and is deleted if the download fails or is cancelled. A download that
	 * is cut is repeated until its deadline.
	 * @param file the file; if it has no path, {@code getFile} is asked for it
	 * @param target where to put it; what is there is replaced
	 * @return the target
	 */
	Mono<Path> download(File file, Path target);

	/**
	 * Ask for the path of a file and download it.
	 * @param fileId the {@code file_id}
	 * @return the content, as from {@link #download(File)}
	 */
	default Flux<DataBuffer> download(String fileId) {
		return getFile(GetFile.of(fileId)).map(FilePaths::require).flatMapMany(this::download);
	}

	/**
	 * Ask for the path of a file and download it to a disk.
	 * @param fileId the {@code file_id}
	 * @param target where to put it; what is there is replaced
	 * @return the target, as from {@link #download(File, Path)}
	 */
	default Mono<Path> download(String fileId, Path target) {
		return getFile(GetFile.of(fileId)).map(FilePaths::require).flatMap((file) -> download(file, target));
	}

}
