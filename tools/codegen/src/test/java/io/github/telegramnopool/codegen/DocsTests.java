// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.stream.Stream;

import com.palantir.javapoet.TypeSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocsTests {

	private final Schema schema = Schema.load();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sendMessage | chat_id | chat id
			sendMessage | text | text, 1-4096 characters after entities parsing
			sendLocation | live_period | live period, optional, 60-86400, or 2147483647
			sendMessageDraft | draft_id | draft id, not 0
			sendMediaGroup | media | media, 2-10 items
			postStory | active_period | active period, one of 21600, 43200, 86400, 172800
			setWebhook | url | url, a URL
			editSharedWidgetData | cache_time | cache time, optional, 5-3600
			""")
	void tellsFacts(String method, String param, String doc) {
		assertThat(Docs.field(param(method, param))).isEqualTo(doc);
	}

	@Test
	void hasSentenceForEveryTypeUnionAndMethod() {
		assertThat(names()).allSatisfy((name) -> assertThat(Docs.sentence(name, "")).as(name)
			.matches("[A-Z].{4,115}\\.")
			.doesNotContain("<", ">", "&", "@", "*", "Telegram Bot API", "This object"));
	}

	@Test
	void hasNoSentenceForAnythingElse() {
		JsonNode sentences = Schema.read("docs.json", JsonNode.class);
		assertThat(sentences.propertyNames()).containsExactlyInAnyOrderElementsOf(names());
		assertThat(Docs.sentence("sendFuture", "Unknown.")).isEqualTo("Unknown.");
	}

	private List<String> names() {
		Schema all = this.schema.with(Overlay.load().unions());
		return Stream
			.of(all.recordTypes().stream().map(Schema.Type::name), all.unions().stream().map(Schema.Union::name),
					all.methods().stream().map(Schema.Method::name))
			.flatMap((it) -> it)
			.toList();
	}

	@Test
	void opensWithTheSentence() {
		String type = TypeSpec.classBuilder("SendDice")
			.addJavadoc(Docs.type(Docs.sentence("sendDice", "The Bot API's."), List.of(), "sendDice"))
			.build()
			.toString();
		assertThat(type).startsWith("/**\n * Sends an animated emoji that lands on a random value.\n");
	}

	private Schema.Field param(String method, String name) {
		return this.schema.methods()
			.stream()
			.filter((it) -> it.name().equals(method))
			.flatMap((it) -> it.params().stream())
			.filter((it) -> it.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
