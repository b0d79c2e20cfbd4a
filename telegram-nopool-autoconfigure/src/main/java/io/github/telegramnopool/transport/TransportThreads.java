// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of one transport, which start when they are needed.
 * <p>
 * Not Reactor's shared threads: an application that blocks all of those must not keep the
 * poller from finding its proxy, nor a call from reading its file.
 */
final class TransportThreads implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration RESPONSE_TIME = Duration.ofSeconds(1);

	private static final int RESOLVER_THREADS = 4;

	private static final int FILE_THREADS = 16;

	private final LoopResources loops;

	private final Scheduler timer;

	private final Scheduler resolver;

	private final Scheduler files;

	/**
	 * Create threads.
	 * @param name the prefix of their names
	 * @param loops the number of event loops
	 */
	TransportThreads(String name, int loops) {
		this.loops = LoopResources.create(name, loops, true);
		this.timer = Schedulers.newSingle(name + "-timer", true);
		this.resolver = Schedulers.fromExecutorService(newThreads(name + "-resolver-", RESOLVER_THREADS));
		this.files = Schedulers.fromExecutorService(newThreads(name + "-file-", FILE_THREADS));
	}

	private static ThreadPoolExecutor newThreads(String prefix, int count) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
		factory.setDaemon(true);
		ThreadPoolExecutor threads = new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), factory);
		threads.allowCoreThreadTimeOut(true);
		return threads;
	}

	/**
	 * Create the event loops. When they are asked for after the end, Reactor Netty
	 * creates others, and nobody would end them.
	 */
	void open() {
		this.loops.onClient(LoopResources.DEFAULT_NATIVE);
	}

	/**
	 * For sockets.
	 */
	LoopResources loops() {
		return this.loops;
	}

	/**
	 * For what takes too long.
	 */
	Scheduler timer() {
		return this.timer;
	}

	/**
	 * For the lookup of names.
	 */
	Scheduler resolver() {
		return this.resolver;
	}

	/**
	 * For what may block on a disk.
	 */
	Scheduler files() {
		return this.files;
	}

	/**
	 * Whether each event loop answers in time.
	 */
	boolean isResponsive() {
		EventLoopGroup group = this.loops.onClient(LoopResources.DEFAULT_NATIVE);
		List<Future<?>> answers = new ArrayList<>();
		group.forEach((loop) -> answers.add(loop.submit(() -> {
		})));
		long end = System.nanoTime() + RESPONSE_TIME.toNanos();
		return answers.stream()
			.allMatch((answer) -> answer.awaitUninterruptibly(end - System.nanoTime(), TimeUnit.NANOSECONDS));
	}

	@Override
	public void close() {
		this.timer.dispose();
		this.resolver.dispose();
		this.loops.disposeLater(Duration.ZERO, SHUTDOWN_TIMEOUT)
			.doOnError((ex) -> logger.debug("The event loops have not ended in time", ex))
			.onErrorComplete()
			.block();
		// Last, since calls that have just ended close their streams and delete their
		// files
		this.files.disposeGracefully()
			.timeout(SHUTDOWN_TIMEOUT)
			.doOnError((ex) -> logger.debug("A file is still being read or written", ex))
			.onErrorComplete()
			.block();
		this.files.dispose();
	}

}
