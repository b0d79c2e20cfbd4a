// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.error.LocalFileException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.RefusedDownloadException;
import io.github.telegramnopool.transport.TransportException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.type.TypeReference;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Fetches files whose path on the server is known.
 * <p>
 * What is cut is never taken for the whole: neither what is shorter than its
 * {@code Content-Length}, nor what is shorter than {@code getFile} said.
 *
 * @see <a href="https://core.telegram.org/bots/api#getfile">getFile</a>
 */
final class Downloads {

	/**
	 * What failures are told under.
	 */
	static final String NAME = "download";

	private static final Pattern ABSOLUTE = Pattern.compile("(/|[A-Za-z]:[\\\\/]|\\\\\\\\).*", Pattern.DOTALL);

	private static final String LOCAL_MODE = "the Bot API server runs in local mode and says that the file is at '%s', ";

	/**
	 * What waits between socket and disk: some 64 KB buffers.
	 */
	private static final int PREFETCH = 8;

	private final BotTransport transport;

	private final AnswerReader reader;

	private final FileLimits limits;

	private final Scheduler threads;

	private final Supplier<Tries> tries;

	private final Supplier<Tries> wholeTries;

	/**
	 * Create the fetcher.
	 * @param tries begins a download whose subscriber sees what comes
	 * @param wholeTries begins a download that can be repeated until its last byte
	 */
	Downloads(BotTransport transport, AnswerReader reader, FileLimits limits, Supplier<Tries> tries,
			Supplier<Tries> wholeTries) {
		this.transport = transport;
		this.reader = reader;
		this.limits = limits;
		this.threads = transport.fileThreads();
		this.tries = tries;
		this.wholeTries = wholeTries;
	}

	Flux<DataBuffer> stream(File file) {
		return Flux
			.defer(() -> this.tries.get()
				.transferring(this.limits.longest(file))
				.runUntilFirst((deadline) -> content(file, deadline)))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	Mono<Path> save(File file, Path target) {
		return Mono
			.defer(() -> this.wholeTries.get()
				.transferring(this.limits.longest(file))
				.run((deadline) -> save(content(file, deadline), target)))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	private Flux<DataBuffer> content(File file, Duration deadline) {
		String path = String.valueOf(file.filePath());
		boolean local = !this.limits.isTelegramItself() && ABSOLUTE.matcher(path).matches();
		return whole(local ? local(path, deadline) : this.transport.download(path, deadline).onErrorMap(this::outcome),
				file.fileSize());
	}

	private Throwable outcome(Throwable failure) {
		if (failure instanceof RefusedDownloadException refused) {
			return refusal(refused);
		}
		return (failure instanceof TransportException lost) ? SingleCall.outcome(NAME, lost) : failure;
	}

	private TelegramException refusal(RefusedDownloadException refused) {
		try {
			this.reader.result(new FileRequest(), refused.answer());
			return new OutcomeUnknownException(NAME, "the answer is not the file: " + refused.answer());
		}
		catch (TelegramException ex) {
			return ex;
		}
	}

	private static Flux<DataBuffer> whole(Flux<DataBuffer> content, @Nullable Long size) {
		if (size == null) {
			return content;
		}
		return Flux.defer(() -> {
			AtomicLong received = new AtomicLong();
			return content.doOnNext((buffer) -> received.addAndGet(buffer.readableByteCount()))
				.concatWith(Mono
					.defer(() -> (received.get() >= size) ? Mono.empty() : Mono.error(new OutcomeUnknownException(NAME,
							"the content ended after %d of %d bytes".formatted(received.get(), size)))));
		});
	}

	/**
	 * A server in local mode tells where on its disk the file is.
	 */
	private Flux<DataBuffer> local(String path, Duration deadline) {
		if (!this.limits.readLocalFiles()) {
			return Flux.error(() -> new LocalFileException(NAME,
					LOCAL_MODE.formatted(path)
							+ "on its own disk. Set telegram.local-files=true and share that folder with this machine "
							+ "under the same path, or start the server without --local",
					null));
		}
		return this.transport.read(path, () -> open(Path.of(path)))
			.takeUntilOther(
					this.transport.pause(deadline).then(Mono.error(() -> new IOException("the disk is too slow"))))
			.onErrorMap((ex) -> new LocalFileException(NAME,
					LOCAL_MODE.formatted(path) + "but here " + problem(ex)
							+ ". Share that folder with this machine under the same path, "
							+ "or start the server without --local",
					ex));
	}

	private static InputStream open(Path path) throws IOException {
		if (!Files.isReadable(path)) {
			throw new IOException(Files.exists(path) ? "this process may not read it" : "there is no such file");
		}
		return Files.newInputStream(path);
	}

	private Mono<Path> save(Flux<DataBuffer> content, Path target) {
		return Mono
			.usingWhen(Mono.fromSupplier(() -> new PartialFile(target)),
					(partial) -> disk(target, partial::open).subscribeOn(this.threads)
						.thenMany(content.publishOn(this.threads, PREFETCH))
						.concatMap((buffer) -> disk(target, () -> partial.write(buffer)), 1)
						.then(disk(target, partial::commit))
						.thenReturn(target),
					(partial) -> Mono.empty(), (partial, failure) -> discard(partial), this::discard)
			.onErrorMap(RejectedExecutionException.class,
					(ex) -> new RequestNotSentException(NAME, "the application stops", ex));
	}

	private static Mono<Void> disk(Path target, DiskWork work) {
		return Mono.<Void>fromCallable(() -> {
			work.run();
			return null;
		})
			.onErrorMap(IOException.class,
					(ex) -> new LocalFileException(NAME, "'" + target + "' can't be written: " + problem(ex), ex));
	}

	private Mono<Void> discard(PartialFile partial) {
		Mono<Void> discard = disk(Path.of(""), partial::discard);
		return discard.subscribeOn(this.threads)
			// When the application stops, there are no other threads any more
			.onErrorResume(RejectedExecutionException.class, (ex) -> discard)
			.onErrorComplete();
	}

	private static String problem(Throwable failure) {
		String name = failure.getClass().getSimpleName();
		if (failure instanceof FileSystemException disk && disk.getReason() == null) {
			// Its message is only the path
			return name + ": " + disk.getMessage();
		}
		return (failure.getMessage() != null) ? failure.getMessage() : name;
	}

	/**
	 * Something to do with a disk.
	 */
	@FunctionalInterface
	private interface DiskWork {

		void run() throws IOException;

	}

	/**
	 * What an answer is read for that is not the file.
	 */
	private static final class FileRequest implements BotApiMethod<Object> {

		@Override
		public String methodName() {
			return NAME;
		}

		@Override
		public TypeReference<Object> resultType() {
			return new TypeReference<>() {
			};
		}

	}

}
