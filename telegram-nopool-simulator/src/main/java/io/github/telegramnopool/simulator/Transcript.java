// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The latest messages of a chat. What it keeps is its own: it hands out copies, and takes
 * what it is given for ever. Guarded by the bot.
 */
final class Transcript {

	/**
	 * A long run must not fill the memory; nobody looks back as far.
	 */
	private static final int CAPACITY = BoundedLog.CAPACITY;

	private final Deque<ObjectNode> messages = new ArrayDeque<>();

	private long lastId;

	long nextId() {
		return this.lastId + 1;
	}

	void add(ObjectNode message) {
		this.lastId = Math.max(this.lastId, id(message));
		if (this.messages.size() == CAPACITY) {
			this.messages.removeFirst();
		}
		this.messages.addLast(message);
	}

	@Nullable ObjectNode find(long id) {
		ObjectNode message = findOwn(id);
		return (message != null) ? message.deepCopy() : null;
	}

	/**
	 * Put a changed message in the place of the one with its id.
	 */
	void replace(ObjectNode message) {
		ObjectNode old = findOwn(id(message));
		if (old != null) {
			ObjectNode changed = message.deepCopy();
			old.removeAll();
			old.setAll(changed);
		}
	}

	/**
	 * Take a message out.
	 * @return whether it was there
	 */
	boolean remove(long id) {
		return this.messages.removeIf((message) -> id(message) == id);
	}

	void removeFrom(long user) {
		this.messages.removeIf((message) -> message.path("from").path("id").asLong(0) == user);
	}

	boolean isEmpty() {
		return this.messages.isEmpty();
	}

	@Nullable ObjectNode last() {
		ObjectNode last = this.messages.peekLast();
		return (last != null) ? last.deepCopy() : null;
	}

	List<JsonNode> toList() {
		return this.messages.stream().<JsonNode>map(ObjectNode::deepCopy).toList();
	}

	static long id(JsonNode message) {
		return message.path("message_id").asLong(0);
	}

	/**
	 * Look from the end, for the latest are asked for most.
	 */
	private @Nullable ObjectNode findOwn(long id) {
		Iterator<ObjectNode> latestFirst = this.messages.descendingIterator();
		while (latestFirst.hasNext()) {
			ObjectNode message = latestFirst.next();
			if (id(message) == id) {
				return message;
			}
		}
		return null;
	}

}
