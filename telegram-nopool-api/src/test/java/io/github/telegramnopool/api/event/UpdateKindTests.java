// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.model.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class UpdateKindTests {

	private static final BotInfo BOT = new BotInfo("default", 42, "harbour_desk_bot");

	@ParameterizedTest
	@EnumSource
	void leadsFromUpdateToEvent(UpdateKind kind) throws ReflectiveOperationException {
		Update update = sample(kind, "full");
		assertThat(UpdateKind.of(update)).isSameAs(kind);
		UpdateEvent event = kind.event(update, BOT);
		assertThat(event).isExactlyInstanceOf(kind.eventType());
		assertThat(event.update()).isSameAs(update);
		assertThat(event.bot()).isSameAs(BOT);
		String accessor = accessor(kind);
		assertThat(event.getClass().getMethod(accessor).invoke(event)).isNotNull()
			.isSameAs(Update.class.getMethod(accessor).invoke(update));
	}

	@ParameterizedTest
	@EnumSource
	void findsChatAndUserByTheirPlace(UpdateKind kind) {
		JsonNode payload = json(kind, "full").get(kind.value());
		Update update = sample(kind, "full");
		JsonNode chat = payload.path(kind == UpdateKind.CALLBACK_QUERY ? "message" : "chat");
		JsonNode chatId = (kind == UpdateKind.CALLBACK_QUERY) ? chat.path("chat").path("id") : chat.path("id");
		assertThat(kind.chatId(update)).isEqualTo(chatId.isMissingNode() ? null : chatId.asLong());
		JsonNode userId = payload.path(payload.has("from") ? "from" : "user").path("id");
		assertThat(kind.userId(update)).isEqualTo(userId.isMissingNode() ? null : userId.asLong());
	}

	@ParameterizedTest
	@EnumSource
	void findsNothingInAnotherUpdate(UpdateKind kind) {
		Update empty = Update.of(1);
		assertThat(kind.chatId(empty)).isNull();
		assertThat(kind.userId(empty)).isNull();
		assertThat(UpdateKind.of(empty)).isNull();
		assertThatNullPointerException().isThrownBy(() -> kind.event(empty, BOT))
			.withMessage("The update has no '" + kind.value() + "'");
	}

	@Test
	void coversEveryFieldOfAnUpdate() {
		Set<String> fields = Arrays.stream(Update.class.getRecordComponents())
			.map(RecordComponent::getName)
			.filter(Predicate.not("updateId"::equals))
			.collect(Collectors.toSet());
		assertThat(Stream.of(UpdateKind.values()).map(UpdateKindTests::accessor)).hasSize(29)
			.containsExactlyInAnyOrderElementsOf(fields);
	}

	@Test
	void mostComeByDefault() {
		assertThat(EnumSet.allOf(UpdateKind.class).stream().filter(Predicate.not(UpdateKind::byDefault)))
			.containsExactlyInAnyOrder(UpdateKind.CHAT_MEMBER, UpdateKind.MESSAGE_REACTION,
					UpdateKind.MESSAGE_REACTION_COUNT);
	}

	private static String accessor(UpdateKind kind) {
		String words = kind.name().toLowerCase(Locale.ROOT);
		StringBuilder name = new StringBuilder();
		for (String word : words.split("_")) {
			name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return name.toString();
	}

	private static Update sample(UpdateKind kind, String size) {
		return BotApiJson.mapper().treeToValue(json(kind, size), Update.class);
	}

	private static JsonNode json(UpdateKind kind, String size) {
		String file = "/samples/updates/" + kind.value().replace('_', '-') + "-" + size + ".json";
		return BotApiJson.mapper().readTree(UpdateKindTests.class.getResourceAsStream(file));
	}

}
