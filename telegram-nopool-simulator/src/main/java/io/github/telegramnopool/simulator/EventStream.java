// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

import io.netty.channel.ChannelFutureListener;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Server-sent events for the chat page: what happens in the bots' worlds, as it happens,
 * and {@code state} every second, which also shows that the stream is alive.
 */
final class EventStream implements WorldListener {

	/**
	 * A page that reads nothing for so many events misses the next ones.
	 */
	private static final int BUFFER = 256;

	private final List<Sinks.Many<String>> pages = new ArrayList<>();

	@Override
	public void happened(SimulatedBot bot, String event, long chatId, ObjectNode detail) {
		if (hasPages()) {
			ObjectNode data = Json.object().put("bot", bot.id()).put("test", bot.isTest()).put("chat", chatId);
			data.setAll(detail);
			publish(event, data);
		}
	}

	void start(Timer timer, StateView state) {
		timer.repeat(Duration.ofSeconds(1), () -> {
			if (hasPages()) {
				publish("state", state.toJson());
			}
		});
	}

	/**
	 * Write events for as long as the page stays. Events count from here, so a page that
	 * sees the head of the answer misses nothing that happens after it.
	 */
	Mono<Void> handle(Exchange exchange) {
		Sinks.Many<String> page = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(BUFFER));
		page.tryEmitNext(": open\n\n");
		add(page);
		exchange.channel().closeFuture().addListener((ChannelFutureListener) (closed) -> remove(page));
		return exchange.response().sse().header("Cache-Control", "no-cache").sendString(page.asFlux()).then();
	}

	private synchronized boolean hasPages() {
		return !this.pages.isEmpty();
	}

	private synchronized void add(Sinks.Many<String> page) {
		this.pages.add(page);
	}

	private synchronized void remove(Sinks.Many<String> page) {
		this.pages.remove(page);
	}

	synchronized void publish(String name, JsonNode data) {
		String event = "event: " + name + "\ndata: " + Json.write(data) + "\n\n";
		this.pages.forEach((page) -> page.tryEmitNext(event));
	}

}
