package io.github.telegramnopool.simulator;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The kinds of update that a bot wants: shared by {@code getUpdates} and
 * {@code setWebhook}, kept until changed, and applied when an update is created. Guarded
 * by its bot.
 */
final class AllowedUpdates {

	private static final Set<String> KINDS = Set.of("message", "edited_message", "channel_post", "edited_channel_post",
			"inline_query", "chosen_inline_result", "callback_query", "custom_event", "custom_query", "shipping_query",
			"pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
			"chat_boost", "removed_chat_boost", "message_reaction", "message_reaction_count", "business_connection",
			"business_message", "edited_business_message", "deleted_business_messages", "purchased_paid_media",
			"managed_bot", "guest_message");

	private static final Set<String> NOT_BY_DEFAULT = Set.of("chat_member", "message_reaction",
			"message_reaction_count");

	private Set<String> chosen = Set.of();

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
		names.retainAll(KINDS);
		this.chosen = names;
	}

	/**
	 * Whether an update of the kind would be created. A kind that is not known here, as a
	 * later Bot API may bring, passes.
	 */
	boolean allows(String kind) {
		if (this.chosen.isEmpty() || !KINDS.contains(kind)) {
			return !NOT_BY_DEFAULT.contains(kind);
		}
		return this.chosen.contains(kind);
	}

	boolean isDefault() {
		return this.chosen.isEmpty();
	}

	ArrayNode toJson() {
		ArrayNode names = Json.array();
		this.chosen.forEach(names::add);
		return names;
	}

}
