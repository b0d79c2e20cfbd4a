// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.TelegramSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Every query of the dashboard asks for something that there is.
 */
@Tag("long")
class DashboardTests {

	private static final Path DASHBOARD = Path.of("../docs/grafana/telegram-bots.json");

	private static final Pattern METRIC = Pattern.compile("telegram_[a-z_]+");

	private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)");

	@Test
	void everyQueryNamesMetricsAndLabelsThatAreScraped() throws IOException {
		List<String> queries = queries();
		assertThat(queries).hasSizeGreaterThan(15);
		try (TelegramSimulator telegram = TelegramSimulator.builder().build().start();
				OperatedBot bot = OperatedBot.reaching(telegram).run(MetersTests.EchoBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			telegram.bot(OperatedBot.ID).write(42, "Hi");
			OperatedBot.await().until(() -> Samples.of(bot).value("telegram_updates_total") == 1);
			Samples samples = Samples.of(bot);
			for (String query : queries) {
				List<String> labels = labels(query);
				assertThat(metrics(query)).as(query).isNotEmpty().allSatisfy((metric) -> {
					assertThat(samples.names(metric)).as(metric).isNotEmpty();
					assertThat(samples.names(metric)).as(metric)
						.allMatch((sample) -> labels.stream().allMatch((label) -> sample.contains(label + "=\"")));
				});
			}
		}
	}

	/**
	 * What Grafana fills in is filled in here.
	 */
	@Test
	void everyQueryReturnsASampleOfARealPrometheus(@TempDir Path folder) throws Exception {
		// .ci/run installs it and sees to it that this is not skipped
		assumeThat(Prometheus.isInstalled()).as("Prometheus is installed").isTrue();
		try (TelegramSimulator telegram = TelegramSimulator.builder().build().start();
				OperatedBot bot = OperatedBot.reaching(telegram).run(MetersTests.EchoBot.class);
				Prometheus prometheus = Prometheus.scraping(bot.port(), folder)) {
			bot.awaitState(PollerState.RUNNING);
			// Rates need something to happen between two scrapes
			OperatedBot.await().untilAsserted(() -> {
				telegram.bot(OperatedBot.ID).write(42, "Hi");
				assertThat(prometheus.query("rate(telegram_updates_total[1m])")).isNotEmpty();
			});
			for (String query : queries()) {
				String filled = query.replace("$__rate_interval", "1m").replace("$bot", ".*");
				OperatedBot.await().untilAsserted(() -> assertThat(prometheus.query(filled)).as(filled).isNotEmpty());
			}
		}
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
