// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.TelegramSimulator;

/**
 * An application with the actuator, all of which is exposed, and one bot.
 */
final class OperatedBot implements AutoCloseable {

	/**
	 * Appears nowhere but on the wire.
	 */
	static final String TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	static final long ID = 4839574812L;

	private static final String TRACER = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure."
			+ "OpenTelemetryTracingAutoConfiguration";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private OperatedBot(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Settings reaching(TelegramSimulator simulator) {
		return new Settings().with("telegram.base-url", simulator.url());
	}

	static ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(30));
	}

	UpdatePoller poller() {
		return this.context.getBean(UpdatePoller.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	void awaitState(PollerState state) {
		await().until(() -> poller().status().state() == state);
	}

	/**
	 * What the actuator answers, whatever its status.
	 */
	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	JsonNode json(String path) {
		return MAPPER.readTree(get(path).body());
	}

	HttpResponse<String> post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	/**
	 * Everything that can be read by its address alone, but for the heap.
	 */
	Map<String, String> pages() {
		Map<String, String> pages = new TreeMap<>();
		for (Map.Entry<String, JsonNode> link : json("").at("/_links").properties()) {
			String href = link.getValue().at("/href").asString();
			String path = href.substring(href.indexOf("/actuator") + "/actuator".length());
			if (!path.contains("{") && !path.equals("/heapdump")) {
				pages.put(path, get(path).body());
			}
		}
		for (JsonNode name : json("/metrics").at("/names")) {
			pages.put("/metrics/" + name.asString(), get("/metrics/" + name.asString()).body());
		}
		return pages;
	}

	<T> Map<String, T> beans(Class<T> type) {
		return this.context.getBeansOfType(type);
	}

	String port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	/**
	 * What the application itself answers.
	 * @param headers names and values, one after the other
	 */
	HttpResponse<String> page(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).GET();
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/actuator" + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * What the application is started with.
	 */
	static final class Settings {

		private final Map<String, Object> properties = new LinkedHashMap<>();

		Settings() {
			with("telegram.token", TOKEN);
			with("telegram.http.connect-timeout", "1s");
			with("spring.main.banner-mode", "off");
			with("spring.main.register-shutdown-hook", "false");
			with("server.address", "127.0.0.1");
			with("server.port", 0);
			with("spring.reactor.netty.shutdown-quiet-period", "0s");
			with("management.endpoints.web.exposure.include", "*");
			with("management.endpoints.access.default", "unrestricted");
			with("management.endpoint.env.show-values", "always");
			with("management.endpoint.configprops.show-values", "always");
			with("management.endpoint.health.show-details", "always");
			with("spring.autoconfigure.exclude", TRACER);
		}

		/**
		 * With a tracer that keeps every trace.
		 */
		Settings traced() {
			return with("spring.autoconfigure.exclude", "").with("management.tracing.sampling.probability", "1.0");
		}

		Settings with(String property, Object value) {
			this.properties.put(property, value);
			return this;
		}

		OperatedBot run(Class<?>... sources) {
			return new OperatedBot(new SpringApplicationBuilder(EmptyApplication.class).sources(sources)
				.web(WebApplicationType.REACTIVE)
				.applicationStartup(new BufferingApplicationStartup(10_000))
				.properties(this.properties)
				.run());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EmptyApplication {

	}

}
