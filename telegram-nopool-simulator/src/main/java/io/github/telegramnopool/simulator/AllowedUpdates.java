// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The kinds of update that a bot wants: shared by {@code getUpdates} and
 * {@code setWebhook}, kept until changed, and applied when an update is created. Guarded
 * by its bot.
 */
final class AllowedUpdates {

	/**
	 * In the order of {@code Client::UpdateType}, in which {@code getWebhookInfo} lists
	 * them.
	 */
	private static final List<String> KINDS = List.of("message", "edited_message", "channel_post",
			"edited_channel_post", "inline_query", "chosen_inline_result", "callback_query", "custom_event",
			"custom_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member",
			"chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction",
			"message_reaction_count", "business_connection", "business_message", "edited_business_message",
			"deleted_business_messages", "purchased_paid_media", "managed_bot", "guest_message");

	private static final Set<String> NOT_BY_DEFAULT = Set.of("chat_member", "message_reaction",
			"message_reaction_count");

	private static final Set<String> NOT_LISTED = Set.of("custom_event", "custom_query");

	private static final Set<String> DEFAULT = only((kind) -> !NOT_BY_DEFAULT.contains(kind));

	private Set<String> chosen = DEFAULT;

	/**
	 * Take over a request's choice. What is no list of names changes nothing; a list
	 * without a known name brings the default back ({@code get_allowed_update_types}).
	 */
	void update(Parameters parameters) {
		JsonNode value = parameters.getJson("allowed_updates");
		if (value == null || !value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
			return;
		}
		Set<String> names = new LinkedHashSet<>();
		value.forEach((name) -> names.add(name.stringValue().toLowerCase(Locale.ROOT)));
		Set<String> known = only(names::contains);
		this.chosen = known.isEmpty() ? DEFAULT : known;
	}

	void reset() {
		this.chosen = DEFAULT;
	}

	/**
	 * Whether an update of the kind would be created. A kind that is not known here, as a
	 * later Bot API may bring, passes.
	 */
	boolean allows(String kind) {
		return this.chosen.contains(kind) || !KINDS.contains(kind);
	}

	boolean isDefault() {
		return this.chosen.equals(DEFAULT);
	}

	ArrayNode toJson() {
		ArrayNode names = Json.array();
		this.chosen.stream().filter((kind) -> !NOT_LISTED.contains(kind)).forEach(names::add);
		return names;
	}

	private static Set<String> only(Predicate<String> wanted) {
		return KINDS.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
