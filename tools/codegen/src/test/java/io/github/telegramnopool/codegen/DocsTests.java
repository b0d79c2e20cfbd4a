package io.github.telegramnopool.codegen;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
