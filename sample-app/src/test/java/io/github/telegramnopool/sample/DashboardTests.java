// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.telegramnopool.simulator.TelegramSimulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Every query of the dashboard asks for something that the sample tells.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "telegram.token=")
@ContextConfiguration(initializers = SimulatorWithoutToken.class)
@Tag("long")
class DashboardTests {

	private static final long BOT = 1000001;

	private static final Path DASHBOARD = Path.of("../docs/grafana/telegram-bots.json");

	private static final Pattern METRIC = Pattern.compile("telegram_[a-z_]+");

	private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)");

	@Autowired
	private TelegramSimulator simulator;

	@LocalServerPort
	private String port;

	@Test
	void everyQueryNamesMetricsAndLabelsThatAreScraped() throws IOException {
		List<String> queries = queries();
		assertThat(queries).hasSizeGreaterThan(15);
		write();
		await().untilAsserted(() -> assertThat(scraped("telegram_updates_total")).isNotEmpty());
		await().untilAsserted(() -> assertThat(scraped("telegram_api_call_seconds_count")).isNotEmpty());
		for (String query : queries) {
			List<String> labels = labels(query);
			assertThat(metrics(query)).as(query).isNotEmpty().allSatisfy((metric) -> {
				assertThat(scraped(metric)).as(metric).isNotEmpty();
				assertThat(scraped(metric)).as(metric)
					.allMatch((sample) -> labels.stream().allMatch((label) -> sample.contains(label + "=\"")));
			});
		}
	}

	/**
	 * What Grafana fills in is filled in here.
	 */
	@Test
	void everyQueryReturnsASampleOfARealPrometheus(@TempDir Path folder) throws Exception {
		// .ci/run installs it and sees to it that this is not skipped
		assumeThat(Prometheus.isInstalled()).as("Prometheus is installed").isTrue();
		try (Prometheus prometheus = Prometheus.scraping(this.port, folder)) {
			// Rates need something to happen between two scrapes
			await().untilAsserted(() -> {
				write();
				assertThat(prometheus.query("rate(telegram_updates_total[1m])")).isNotEmpty();
			});
			for (String query : queries()) {
				String filled = query.replace("$__rate_interval", "1m").replace("$bot", ".*");
				await().untilAsserted(() -> assertThat(prometheus.query(filled)).as(filled).isNotEmpty());
			}
		}
	}

	private void write() {
		this.simulator.bot(BOT).write(42, "Hi");
	}

	/**
	 * Samples of a metric, as Prometheus reads them.
	 */
	private List<String> scraped(String metric) {
		String page = WebClient.create("http://127.0.0.1:" + this.port + "/actuator/prometheus")
			.get()
			.retrieve()
			.bodyToMono(String.class)
			.block();
		return String.valueOf(page)
			.lines()
			.filter((line) -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
			.toList();
	}

	private static ConditionFactory await() {
		return Awaitility.await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30));
	}

	private static List<String> queries() throws IOException {
		JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
		return Stream.of(dashboard.at("/panels"))
			.flatMap(JsonNode::valueStream)
			.flatMap((panel) -> panel.at("/targets").valueStream())
			.map((target) -> target.at("/expr").asString())
			.toList();
	}

	private static List<String> metrics(String query) {
		return METRIC.matcher(query).results().map(MatchResult::group).distinct().toList();
	}

	private static List<String> labels(String query) {
		return LABELS.matcher(query)
			.results()
			.flatMap((labels) -> Arrays.stream(labels.group(1).split(",")))
			.map(String::strip)
			.distinct()
			.toList();
	}

}
