// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.Map;

import io.github.telegramnopool.api.model.Update;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

import io.github.telegramnopool.dispatch.DispatchSettings;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelegramProperties}.
 */
class TelegramPropertiesTests {

	@Test
	void defaults() {
		TelegramProperties properties = bind(Map.of());
		assertThat(properties.isEnabled()).isTrue();
		assertThat(properties.getToken()).isNull();
		assertThat(properties.getBaseUrl()).isEqualTo(URI.create("https://api.telegram.org"));
		assertThat(properties.isLocalFiles()).isFalse();
		assertThat(properties.isTestEnvironment()).isFalse();
		assertThat(properties.getSsl().getBundle()).isNull();
		assertThat(properties.getProxy())
			.extracting("url", "type", "host", "port", "username", "password", "fallbacks", "useSystem")
			.containsExactly(null, null, null, null, null, null, List.of(), false);
		assertThat(properties.getHttp())
			.extracting("connectTimeout", "proxyTimeout", "tlsTimeout", "callTimeout", "minThroughput",
					"maxConcurrentCalls", "hedgeAfter", "connectAhead")
			.containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10),
					Duration.ofSeconds(60), DataSize.ofKilobytes(50), 64, Duration.ofMillis(250), false);
		assertThat(properties.getPolling())
			.extracting("enabled", "timeout", "limit", "allowedUpdates", "dropPendingUpdates", "deleteWebhook")
			.containsExactly(PollingProperties.Mode.AUTO, Duration.ofSeconds(30), 100, null, false, false);
		assertThat(properties.getDispatch())
			.extracting("order", "concurrency", "attempts", "listenerTimeout", "transactional", "shutdownTimeout")
			.containsExactly(DispatchSettings.Order.PER_CHAT, 16, 1, Duration.ofMinutes(5), false,
					Duration.ofSeconds(10));
		assertThat(properties.getCommands().isPublish()).isFalse();
		assertThat(properties.getFlood()).extracting("autoRetry", "maxWait", "pacing")
			.containsExactly(true, Duration.ofSeconds(60), false);
	}

	@Test
	void readsDurationsWithoutUnitAsSeconds() {
		TelegramProperties properties = bind(Map.of("telegram.http.connect-timeout", "3", "telegram.http.proxy-timeout",
				"4", "telegram.http.tls-timeout", "5", "telegram.http.call-timeout", "6", "telegram.polling.timeout",
				"7", "telegram.dispatch.listener-timeout", "8", "telegram.dispatch.shutdown-timeout", "9",
				"telegram.flood.max-wait", "10"));
		assertThat(List.of(properties.getHttp().getConnectTimeout(), properties.getHttp().getProxyTimeout(),
				properties.getHttp().getTlsTimeout(), properties.getHttp().getCallTimeout(),
				properties.getPolling().getTimeout(), properties.getDispatch().getListenerTimeout(),
				properties.getDispatch().getShutdownTimeout(), properties.getFlood().getMaxWait()))
			.containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6),
					Duration.ofSeconds(7), Duration.ofSeconds(8), Duration.ofSeconds(9), Duration.ofSeconds(10));
	}

	@Test
	void readsWhenToPoll() {
		assertThat(mode("auto")).isEqualTo(PollingProperties.Mode.AUTO);
		assertThat(mode("true")).isEqualTo(PollingProperties.Mode.TRUE);
		assertThat(mode(false)).isEqualTo(PollingProperties.Mode.FALSE);
		assertThat(mode(true)).isEqualTo(PollingProperties.Mode.TRUE);
	}

	@Test
	void readsTheOrderOfUpdates() {
		assertThat(bind(Map.of("telegram.dispatch.order", "sequential")).getDispatch().getOrder())
			.isEqualTo(DispatchSettings.Order.SEQUENTIAL);
	}

	@Test
	void readsWhetherLocalFilesAreRead() {
		TelegramProperties properties = bind(Map.of("telegram.local-files", "true"));
		assertThat(properties.isLocalFiles()).isTrue();
		assertThat(properties.isTestEnvironment()).isFalse();
	}

	@Test
	void readsAllowedUpdates() {
		assertThat(bind(Map.of("telegram.polling.allowed-updates", "message, chat_member")).getPolling()
			.getAllowedUpdates()).containsExactly("message", "chat_member");
	}

	@Test
	void textFormShowsNoSecret() {
		TelegramProperties properties = bind(Map.of("telegram.token", "the-secret", "telegram.proxy.password",
				"the-secret", "telegram.proxy.username", "u", "telegram.proxy.url", "http://u:the-secret@h:1"));
		assertThat(properties.toString()).doesNotContain("the-secret");
		assertThat(properties.getProxy().toString()).doesNotContain("the-secret");
	}

	@Test
	void metadataHintsAtEachKindOfUpdate() throws IOException {
		List<String> kinds = Stream.of(Update.class.getRecordComponents())
			.map((component) -> component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
			.filter((name) -> !name.equals("update_id"))
			.toList();
		assertThat(metadata("hints", "telegram.polling.allowed-updates").path("values").valueStream())
			.extracting((value) -> value.path("value").asString())
			.containsExactlyElementsOf(kinds);
	}

	@Test
	void metadataKnowsSeveralBots() throws IOException {
		JsonNode bots = metadata("properties", "telegram.bots");
		assertThat(bots.path("type").asString())
			.isEqualTo(Map.class.getName() + "<java.lang.String," + TelegramProperties.class.getName() + ">");
		assertThat(bots.path("description").asString()).isNotBlank();
	}

	private static JsonNode metadata(String section, String name) throws IOException {
		return JsonMapper.shared()
			.readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json")
				.getContentAsString(StandardCharsets.UTF_8))
			.path(section)
			.valueStream()
			.filter((entry) -> entry.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static PollingProperties.Mode mode(Object value) {
		return bind(Map.of("telegram.polling.enabled", value)).getPolling().getEnabled();
	}

	private static TelegramProperties bind(Map<String, ?> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("telegram",
				Bindable.of(TelegramProperties.class));
	}

}
