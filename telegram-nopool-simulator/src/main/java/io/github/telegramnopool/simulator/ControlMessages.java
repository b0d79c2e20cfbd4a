// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control calls about the messages of a chat, on behalf of the people in it.
 */
final class ControlMessages {

	private ControlMessages() {
	}

	static Reply handle(ControlCall call) {
		return switch (call.pattern()) {
			case "GET chats/*/messages" -> transcript(call);
			case "POST chats/*/messages" -> write(call);
			case "POST chats/*/files" -> send(call);
			case "PATCH chats/*/messages/*" -> {
				String text = call.text("text");
				yield updated(call.inChat((world, chat) -> world.messages.edit(chat, call.number(3), text)));
			}
			case "DELETE chats/*/messages/*" -> {
				call.inChat((world, chat) -> {
					world.messages.delete(chat, call.number(3));
					return chat;
				});
				yield call.done();
			}
			case "POST chats/*/messages/*/press" -> press(call);
			case "POST chats/*/messages/*/votes" -> vote(call);
			case "POST chats/*/messages/*/reactions" -> react(call);
			case "GET chats/*/messages/*/reactions" ->
				ControlCall.answer(call.inChat((world, chat) -> chat.reactions.counts(call.number(3))));
			case "POST chats/*/messages/*/pin" -> {
				call.inChat((world, chat) -> {
					world.messages.pin(chat, call.from(world, chat.defaultUser()), call.number(3));
					return chat;
				});
				yield call.done();
			}
			default -> throw call.unknown();
		};
	}

	private static Reply transcript(ControlCall call) {
		ArrayNode transcript = Json.array();
		call.bot().transcript(call.number(1)).forEach(transcript::add);
		return ControlCall.answer(transcript);
	}

	private static Reply write(ControlCall call) {
		String text = call.text("text");
		long replyTo = call.json().path("reply_to_message_id").asLong(0);
		return written(call,
				(world, chat) -> world.messages.write(chat, call.from(world, chat.defaultUser()), text, replyTo));
	}

	/**
	 * Send the body as a photo or a document.
	 */
	private static Reply send(ControlCall call) {
		MediaKind kind = call.query("kind", "document").equals("photo") ? MediaKind.PHOTO : MediaKind.DOCUMENT;
		return written(call, (world, chat) -> {
			long user = ControlCall.number(call.query("from", String.valueOf(chat.defaultUser())));
			return world.messages.send(chat, world.users.get(user), kind, call.query("name", "file"),
					new ByteArrayInputStream(call.body()), call.query("caption", ""),
					ControlCall.number(call.query("reply_to_message_id", "0")));
		});
	}

	private static Reply press(ControlCall call) {
		JsonNode request = call.json();
		String button = request.path("data").asString(request.path("text").asString(""));
		String id = call.inChat((world, chat) -> world.presses.press(chat, call.from(world, chat.defaultUser()),
				call.number(3), button));
		return ControlCall.answer(Json.object().put("callback_query_id", id));
	}

	private static Reply vote(ControlCall call) {
		Set<Integer> options = new TreeSet<>();
		call.json().path("options").forEach((option) -> options.add(option.asInt(-1)));
		call.inChat((world, chat) -> {
			world.polls.vote(chat, call.from(world, chat.defaultUser()), call.number(3), options);
			return chat;
		});
		return call.done();
	}

	private static Reply react(ControlCall call) {
		ArrayNode reactions = Json.array();
		call.json().path("emoji").forEach((emoji) -> reactions.addObject().put("type", "emoji").set("emoji", emoji));
		return updated(call.inChat((world, chat) -> world.messages.react(chat, call.from(world, chat.defaultUser()),
				call.number(3), reactions)));
	}

	private static Reply written(ControlCall call, BiFunction<World, Chat, WrittenMessage> action) {
		return ControlCall.answer(call.inChat((world, chat) -> {
			WrittenMessage written = action.apply(world, chat);
			ObjectNode answer = ControlApi.updateId(written.updateId());
			answer.set("message", written.message().deepCopy());
			return answer;
		}));
	}

	private static Reply updated(int updateId) {
		return ControlCall.answer(ControlApi.updateId(updateId));
	}

}
