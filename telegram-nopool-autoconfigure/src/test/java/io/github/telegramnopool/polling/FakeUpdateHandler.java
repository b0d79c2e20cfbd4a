// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * Handles what a test wants handled.
 */
final class FakeUpdateHandler implements UpdateHandler {

	private final List<Object> log = new CopyOnWriteArrayList<>();

	private final Map<Long, CompletableFuture<Void>> unhandled = new ConcurrentHashMap<>();

	private volatile LongPredicate handling = (id) -> true;

	private volatile Consumer<String> fault = (method) -> {
	};

	@Override
	public void check() {
		this.fault.accept("check");
	}

	@Override
	public void open(BotInfo bot) {
		this.fault.accept("open");
		this.log.add(bot);
	}

	@Override
	public CompletableFuture<Void> handle(ReceivedUpdate update) {
		this.fault.accept("handle");
		this.log.add(update.id());
		CompletableFuture<Void> handled = new CompletableFuture<>();
		if (this.handling.test(update.id())) {
			handled.complete(null);
		}
		else {
			this.unhandled.put(update.id(), handled);
		}
		return handled;
	}

	@Override
	public void drain(Duration timeout) {
		this.fault.accept("drain");
		this.log.add("drained");
	}

	@Override
	public @Nullable String slowest() {
		return this.unhandled.isEmpty() ? null : "SlowListener.listen";
	}

	@Override
	public void publish(Object event) {
		this.fault.accept("publish");
		this.log.add(event);
	}

	/**
	 * Which updates to handle at once.
	 */
	void handles(LongPredicate handling) {
		this.handling = handling;
	}

	void handled(long id) {
		CompletableFuture<Void> handled = this.unhandled.remove(id);
		if (handled != null) {
			handled.complete(null);
		}
	}

	/**
	 * What to throw from which method.
	 */
	void fails(Consumer<String> fault) {
		this.fault = fault;
	}

	List<Object> log() {
		return this.log;
	}

	<T> List<T> log(Class<T> type) {
		return this.log.stream().filter(type::isInstance).map(type::cast).toList();
	}

	List<Long> updates() {
		return log(Long.class);
	}

}
