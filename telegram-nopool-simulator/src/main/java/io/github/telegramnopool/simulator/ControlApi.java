// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Set;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulator's own API below {@code /_sim}: for tests in any language, and for the
 * chat page.
 */
final class ControlApi {

	private static final String ROOT = "/_sim";

	/**
	 * Room for the largest file that a bot can download.
	 */
	private static final long MAX_BODY = FileRules.CLOUD_DOWNLOAD + 1024;

	private static final Set<String> MESSAGES = Set.of("messages", "files");

	private final Bots bots;

	private final FaultScript faults;

	private final StateView state;

	private final EventStream events;

	private final BoundedLog<Finding> findings;

	private final ServerControl server;

	ControlApi(Bots bots, FaultScript faults, StateView state, EventStream events, BoundedLog<Finding> findings,
			ServerControl server) {
		this.server = server;
		this.findings = findings;
		this.bots = bots;
		this.faults = faults;
		this.state = state;
		this.events = events;
	}

	boolean serves(String path) {
		return path.equals(ROOT) || path.startsWith(ROOT + "/");
	}

	Mono<Void> handle(Exchange exchange) {
		String call = exchange.verb() + " " + exchange.rawPath();
		if (call.equals("GET /_sim/events")) {
			return this.events.handle(exchange);
		}
		return BodyReader.read(exchange, new MemorySink(), MAX_BODY)
			.map((body) -> answer(exchange, call, body))
			.onErrorResume(ApiError.class, (ex) -> Mono.just(ex.toReply()))
			.flatMap(exchange::write);
	}

	private Reply answer(Exchange exchange, String call, byte[] body) {
		refuseOtherSites(exchange);
		Reply aboutTheServer = this.server.answer(call, new String(body, Json.CHARSET));
		if (aboutTheServer != null) {
			return aboutTheServer;
		}
		return switch (call) {
			case "GET /_sim/state" -> Reply.json(200, Json.write(this.state.toJson()));
			case "GET /_sim/findings" -> Reply.json(200, Json.write(findings()));
			case "POST /_sim/faults" -> {
				this.faults.add(FaultReader.read(Json.parseObject(new String(body, Json.CHARSET))));
				yield faultCount();
			}
			case "DELETE /_sim/faults" -> {
				this.faults.clear();
				yield faultCount();
			}
			default -> bot(exchange, List.of(exchange.rawPath().substring(1).split("/")), body);
		};
	}

	/**
	 * Answer {@code bots/{id}/...}, or {@code bots/{id}/test/...} for the bot of the test
	 * environment.
	 */
	private Reply bot(Exchange exchange, List<String> path, byte[] body) {
		if (path.size() < 4 || !path.get(1).equals("bots")) {
			throw unknown(exchange);
		}
		boolean test = path.get(3).equals("test");
		SimulatedBot bot = this.bots.get(ControlCall.number(path.get(2)), test);
		ControlCall call = new ControlCall(exchange, bot, path.subList(test ? 4 : 3, path.size()), body);
		return switch (call.pattern()) {
			case "POST updates" ->
				ControlCall.answer(updateId(bot.inWorld((world) -> PushedUpdate.push(world, call.json()))));
			case "GET commands" -> ControlCall
				.answer(bot.inWorld((world) -> world.profile.commands(Json.object(), call.query("language_code", ""))));
			case "POST phases" -> {
				ObjectNode phases = call.json();
				bot.inWorld((world) -> {
					world.tell("phases", World.holder("phases", phases));
					return world;
				});
				yield call.done();
			}
			case "GET files/*" -> ControlFiles.show(call);
			default -> family(call);
		};
	}

	private static Reply family(ControlCall call) {
		List<String> path = call.path();
		return switch (path.isEmpty() ? "" : path.get(0)) {
			case "chats" -> (path.size() > 2 && MESSAGES.contains(path.get(2))) ? ControlMessages.handle(call)
					: ControlChats.handle(call);
			case "inline", "presses" -> ControlInline.handle(call);
			default -> throw call.unknown();
		};
	}

	private ArrayNode findings() {
		ArrayNode list = Json.array();
		this.findings.toList()
			.forEach((finding) -> list.addObject()
				.put("bot", finding.botId())
				.put("method", finding.method())
				.put("parameter", finding.parameter())
				.put("problem", finding.problem()));
		return list;
	}

	private Reply faultCount() {
		return Reply.json(200, Json.write(Json.object().put("pending", this.faults.size())));
	}

	/**
	 * The id of a new update; {@code null} if {@code allowed_updates} left it out.
	 */
	static ObjectNode updateId(int id) {
		@Nullable Integer value = (id != 0) ? id : null;
		return Json.object().put("update_id", value);
	}

	/**
	 * A page of another site, open in the same browser, must not speak to a bot.
	 */
	private static void refuseOtherSites(Exchange exchange) {
		String origin = exchange.header(HttpHeaderNames.ORIGIN);
		if (!origin.isEmpty() && !origin.endsWith("://" + exchange.header(HttpHeaderNames.HOST))) {
			throw new ApiError(403, "Forbidden: the control API answers only its own page and programs");
		}
	}

	private static ApiError unknown(Exchange exchange) {
		return new ApiError(404, "Not Found: the control API has no " + exchange.verb() + " " + exchange.rawPath());
	}

}
