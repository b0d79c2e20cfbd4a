package io.github.telegramnopool.simulator;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Server-sent events for the chat page: {@code message} when something is said, and
 * {@code state} every second, which also shows that the stream is alive.
 */
final class EventStream implements TranscriptListener {

	private static final int BUFFER = 256;

	private final Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();

	@Override
	public void said(SimulatedBot bot, long chatId, ObjectNode message) {
		ObjectNode event = Json.object().put("bot", bot.id()).put("test", bot.isTest()).put("chat", chatId);
		event.set("message", message);
		publish(event("message", event));
	}

	void start(Timer timer, StateView state) {
		timer.repeat(Duration.ofSeconds(1), () -> {
			if (this.sink.currentSubscriberCount() > 0) {
				publish(event("state", state.toJson()));
			}
		});
	}

	Mono<Void> handle(Exchange exchange) {
		// Without the buffer the second of two quick events is lost
		Flux<String> events = this.sink.asFlux().onBackpressureBuffer(BUFFER).startWith(": open\n\n");
		return exchange.response().sse().header("Cache-Control", "no-cache").sendString(events).then();
	}

	private synchronized void publish(String event) {
		this.sink.tryEmitNext(event);
	}

	private static String event(String name, JsonNode data) {
		return "event: " + name + "\ndata: " + Json.write(data) + "\n\n";
	}

}
