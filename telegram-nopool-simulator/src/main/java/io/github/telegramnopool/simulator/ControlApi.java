package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulator's own API below {@code /_sim}: for tests in any language, and for the
 * chat page.
 */
final class ControlApi {

	private static final String ROOT = "/_sim";

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
		return BodyReader.read(exchange)
			.map((body) -> answer(exchange, call, new String(body, StandardCharsets.UTF_8)))
			.onErrorResume(ApiError.class, (ex) -> Mono.just(ex.toReply()))
			.flatMap(exchange::write);
	}

	private Reply answer(Exchange exchange, String call, String body) {
		refuseOtherSites(exchange);
		Reply aboutTheServer = this.server.answer(call, body);
		if (aboutTheServer != null) {
			return aboutTheServer;
		}
		return switch (call) {
			case "GET /_sim/state" -> Reply.json(200, Json.write(this.state.toJson()));
			case "GET /_sim/findings" -> Reply.json(200, Json.write(findings()));
			case "POST /_sim/faults" -> {
				this.faults.add(FaultReader.read(Json.parseObject(body)));
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
	private Reply bot(Exchange exchange, List<String> path, String body) {
		if (path.size() < 4 || !path.get(1).equals("bots")) {
			throw unknown(exchange);
		}
		boolean test = path.get(3).equals("test");
		SimulatedBot bot = this.bots.get(number(path.get(2)), test);
		List<String> rest = path.subList(test ? 4 : 3, path.size());
		if (rest.size() == 3 && rest.get(0).equals("chats") && rest.get(2).equals("messages")) {
			return messages(exchange, bot, number(rest.get(1)), body);
		}
		return switch (exchange.verb() + " " + String.join("/", rest)) {
			case "POST updates" -> Reply.json(200, Json.write(updateId(bot.push(Json.parseObject(body)))));
			case "GET chats" -> Reply.json(200, Json.write(bot.chats()));
			default -> throw unknown(exchange);
		};
	}

	private static Reply messages(Exchange exchange, SimulatedBot bot, long chat, String body) {
		return switch (exchange.verb()) {
			case "GET" -> {
				ArrayNode transcript = Json.array();
				bot.transcript(chat).forEach(transcript::add);
				yield Reply.json(200, Json.write(transcript));
			}
			case "POST" -> write(bot, chat, Json.parseObject(body));
			default -> throw unknown(exchange);
		};
	}

	private static Reply write(SimulatedBot bot, long chat, ObjectNode request) {
		JsonNode text = request.get("text");
		if (text == null || !text.isString()) {
			throw ApiError.badRequest("\"text\" must be a string");
		}
		ObjectNode from = (request.get("from") instanceof ObjectNode user) ? user : null;
		SimulatedBot.WrittenMessage written = bot.write(chat, text.stringValue(), from);
		ObjectNode answer = updateId(written.updateId());
		answer.set("message", written.message());
		return Reply.json(200, Json.write(answer));
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
	private static ObjectNode updateId(int id) {
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

	private static long number(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw ApiError.badRequest("\"" + text + "\" is no number");
		}
	}

	private static ApiError unknown(Exchange exchange) {
		return new ApiError(404, "Not Found: the control API has no " + exchange.verb() + " " + exchange.rawPath());
	}

}
