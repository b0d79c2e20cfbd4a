// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import io.github.telegramnopool.api.json.BotApiJson;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.model.ChatMember;
import io.github.telegramnopool.api.model.ChatMemberBanned;
import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.RichText;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.api.model.WidgetQueryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what only later versions of the Bot API have.
 */
class NewerVersionTests {

	private final JsonMapper mapper = BotApiJson.mapper();

	static Stream<Sample> newer() {
		return Sample.all().filter((sample) -> sample.kind().equals("newer"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("newer")
	void readsWhatIsKnown(Sample sample) {
		JsonNode json = sample.values().get(0);
		Update update = this.mapper.treeToValue(json, Update.class);
		assertThat(update.updateId()).isEqualTo(json.get("update_id").asInt());
	}

	@Test
	void keepsUnknownMemberAsItCame() {
		Update update = read("unknown-union-member");
		assertThat(update.chatMember().oldChatMember()).isInstanceOf(ChatMemberBanned.class);
		ChatMember member = update.chatMember().newChatMember();
		assertThat(member.status()).isEqualTo("future_status");
		assertThat(member).isInstanceOfSatisfying(UnknownVariant.class,
				(unknown) -> assertThat(unknown.json().get("level").asInt()).isEqualTo(3));
		assertThat(this.mapper.<JsonNode>valueToTree(member)).isEqualTo(((ChatMember.Unknown) member).json());
	}

	@Test
	void keepsUnknownMemberOfTextsAsItCame() {
		JsonNode json = this.mapper.readTree("[\"plain\", {\"type\": \"future\", \"text\": \"x\"}]");
		RichText text = this.mapper.treeToValue(json, RichText.class);
		assertThat(this.mapper.<JsonNode>valueToTree(text)).isEqualTo(json);
	}

	@Test
	void keepsUnknownValueOfEnumeration() {
		MessageEntity entity = read("unknown-entity-type").message().entities().get(0);
		assertThat(entity.type().value()).isEqualTo("future_style");
		assertThat(entity.type()).hasToString("future_style");
	}

	@Test
	void knowsNoKindOfUnknownUpdate() {
		assertThat(UpdateKind.of(read("unknown-update-kind"))).isNull();
	}

	@Test
	void readsWhatIsKnownOfPartlyKnownVersion() {
		Update update = read("widget-query");
		assertThat(UpdateKind.of(update)).isSameAs(UpdateKind.WIDGET_QUERY);
		assertThat(update.widgetQuery().data()).isEqualTo("tap");
		assertThat(read("unknown-message-fields").message().widget().html()).isEqualTo("<p>hi</p>");
	}

	@Test
	void keepsMemberOfPartlyKnownUnion() {
		JsonNode json = this.mapper.readTree("{\"type\": \"sign_data\", \"payload\": {\"a\": [1]}}");
		WidgetQueryType type = this.mapper.treeToValue(json, WidgetQueryType.class);
		assertThat(type.type()).isEqualTo("sign_data");
		assertThat(this.mapper.<JsonNode>valueToTree(type)).isEqualTo(json);
	}

	private Update read(String name) {
		return this.mapper.treeToValue(Sample.json("newer/" + name + ".json"), Update.class);
	}

}
