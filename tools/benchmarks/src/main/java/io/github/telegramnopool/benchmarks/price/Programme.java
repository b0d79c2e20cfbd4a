// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.telegramnopool.benchmarks.figures.Bar;
import io.github.telegramnopool.benchmarks.figures.Bar.Limit;
import io.github.telegramnopool.benchmarks.figures.Chart;
import io.github.telegramnopool.benchmarks.figures.Measure;
import io.github.telegramnopool.benchmarks.stage.LocalProxy;
import io.github.telegramnopool.benchmarks.stage.Stage;

/**
 * All scenarios, in the order of a round, the bars that they have to keep, and what of it
 * is drawn.
 */
final class Programme {

	private static final Duration FAR = Duration.ofMillis(50);

	private static final Duration VERY_FAR = Duration.ofMillis(200);

	/**
	 * As long as five round trips, in which a connection can be there.
	 */
	private static final Duration THOUGHT = Duration.ofMillis(250);

	private static final Duration LONG_THOUGHT = Duration.ofSeconds(1);

	private static final Duration SHORT_THOUGHT = Duration.ofMillis(20);

	private static final String DIRECT = "calls, direct";

	private static final String AT_64 = "calls, direct, 64 at a time";

	private static final String FEW_PORTS = "calls from 1,024 ports";

	private static final List<Measure> OF_CALLS = List.of(Measure.P50, Measure.P99, Measure.CPU, Measure.ALLOCATED,
			Measure.TIME_WAIT, Measure.ERRORS);

	/**
	 * The clock of a process is too coarse for the processor time of few calls.
	 */
	private static final List<Measure> OF_FAR_CALLS = List.of(Measure.P50, Measure.P99, Measure.ALLOCATED,
			Measure.ERRORS);

	private Programme() {
	}

	static List<Scenario> scenarios() {
		List<Scenario> scenarios = new ArrayList<>();
		List<Contender> ours = List.of(Contender.FRESH, Contender.FRESH_JDK);
		scenarios.add(new CallsScenario("calls", DIRECT, Stage::direct,
				joined(Contender.FLOOR, joined(ours, Contender.PEERS)), 5, 60, 1, OF_CALLS));
		scenarios.add(far(FAR, 10));
		scenarios.add(far(VERY_FAR, 3));
		for (LocalProxy.Kind kind : LocalProxy.Kind.values()) {
			scenarios.add(new CallsScenario("proxies", through(kind), (stage) -> stage.through(kind),
					joined(ours, Contender.PEERS_AS_THEY_COME), 3, 40, 1, OF_CALLS));
		}
		scenarios.add(new CallsScenario("sessions", AT_64, Stage::direct, ours, 2, 640, 64,
				List.of(Measure.RESUMED, Measure.P50, Measure.CALLS, Measure.ERRORS)));
		scenarios.add(new FewPortsScenario(new CallsScenario("ports", FEW_PORTS, Stage::direct, ours, 1, 3000, 16,
				List.of(Measure.ERRORS, Measure.TIME_WAIT, Measure.CALLS))));
		scenarios.addAll(replies());
		List<Contender> bots = List.of(Contender.FRESH, Contender.AHEAD, Contender.PENGRAD, Contender.TELEGRAM_BOTS);
		scenarios.add(new UpdatesScenario(Duration.ZERO, bots));
		scenarios.add(new UpdatesScenario(FAR, bots));
		for (FaultKind kind : FaultKind.values()) {
			scenarios.add(new FaultScenario(kind, joined(List.of(Contender.FRESH, Contender.AHEAD), Contender.PEERS)));
		}
		scenarios.add(new PendingScenario(List.of(Contender.FRESH, Contender.THOUSAND, Contender.WEB_CLIENT,
				Contender.PENGRAD, Contender.TELEGRAM_BOTS), 10_000));
		scenarios.add(new StartScenario(3));
		return scenarios;
	}

	private static Scenario far(Duration roundTrip, int count) {
		return new CallsScenario("distance", far(roundTrip), (stage) -> stage.far(roundTrip),
				joined(List.of(Contender.FRESH), Contender.PEERS_AS_THEY_COME), 2, count, 1, OF_FAR_CALLS);
	}

	private static List<Scenario> replies() {
		List<Contender> bots = joined(List.of(Contender.FRESH, Contender.AHEAD), Contender.PEERS_AS_THEY_COME);
		List<Contender> few = List.of(Contender.FRESH, Contender.AHEAD, Contender.PENGRAD);
		return List.of(new ReplyScenario(Duration.ZERO, SHORT_THOUGHT, bots, 40),
				new ReplyScenario(FAR, THOUGHT, bots, 14), new ReplyScenario(FAR, Duration.ZERO, bots, 10),
				new ReplyScenario(VERY_FAR, LONG_THOUGHT, few, 6));
	}

	private static String far(Duration roundTrip) {
		return "calls, round trip " + roundTrip.toMillis() + " ms";
	}

	private static String through(LocalProxy.Kind kind) {
		return "calls through " + kind.title();
	}

	private static List<Contender> joined(List<Contender> some, List<Contender> others) {
		return Stream.concat(some.stream(), others.stream()).toList();
	}

	/**
	 * What has to come out.
	 */
	static List<Bar> bars() {
		String unanswered = FaultScenario.name(FaultKind.NOCONNECT30);
		String mixed = FaultScenario.name(FaultKind.MIX30);
		return List.of(fresh("30 % of CONNECTs unanswered", unanswered, Measure.WITHIN_5S, Limit.atLeast(100)),
				fresh("30 % of CONNECTs unanswered", unanswered, Measure.SEND_P99, Limit.atMost(1.5)),
				fresh("30 % of CONNECTs unanswered", unanswered, Measure.FAILED, Limit.atMost(0)),
				fresh("and 30 % of live tunnels dying", mixed, Measure.WITHIN_5S, Limit.atLeast(99)),
				fresh("and 30 % of live tunnels dying", mixed, Measure.SILENCE, Limit.atMost(2)),
				fresh("and 30 % of live tunnels dying", mixed, Measure.HUNG, Limit.atMost(0)),
				fresh("after healing", mixed, Measure.RECOVERY, Limit.atMost(1)),
				reply("a reply at 50 ms, connecting ahead, to pengrad's", ReplyScenario.name(FAR, THOUGHT),
						Contender.PENGRAD, 1.05),
				reply("a reply at 200 ms, connecting ahead, to pengrad's", ReplyScenario.name(VERY_FAR, LONG_THOUGHT),
						Contender.PENGRAD, 1.05),
				reply("a bot's pace, direct, connecting ahead, to pooled WebClient's",
						ReplyScenario.name(Duration.ZERO, SHORT_THOUGHT), Contender.WEB_CLIENT, 1.15),
				against("a warm fresh call to C/OpenSSL's resumed", DIRECT, Contender.FLOOR_RESUMED, Measure.P50,
						Limit.atMost(1.7)),
				fresh("64 concurrent calls", AT_64, Measure.RESUMED, Limit.atLeast(99)),
				fresh("a fresh call", DIRECT, Measure.ALLOCATED, Limit.atMost(30)),
				updates("updates to a no-op listener at 50 ms, connecting ahead, to TelegramBots' starter", FAR, 1),
				updates("the same on loopback, connecting ahead", Duration.ZERO, 0.5),
				fresh("through squid", through(LocalProxy.Kind.SQUID), Measure.TIME_WAIT, Limit.atMost(0)),
				fresh("through tinyproxy", through(LocalProxy.Kind.TINYPROXY), Measure.TIME_WAIT, Limit.atMost(0)),
				fresh("with 1,024 ports", FEW_PORTS, Measure.ERRORS, Limit.atMost(0)));
	}

	private static Bar fresh(String title, String scenario, Measure measure, Limit limit) {
		return new Bar(title + ": " + measure.title(), scenario, Contender.FRESH.title(), null, measure, limit);
	}

	private static Bar reply(String title, String scenario, Contender peer, double most) {
		return new Bar(title, scenario, Contender.AHEAD.title(), peer.title(), Measure.REPLY, Limit.atMost(most));
	}

	private static Bar updates(String title, Duration roundTrip, double least) {
		return new Bar(title, UpdatesScenario.name(roundTrip), Contender.AHEAD.title(), Contender.TELEGRAM_BOTS.title(),
				Measure.UPDATES, Limit.atLeast(least));
	}

	private static Bar against(String title, String scenario, Contender peer, Measure measure, Limit limit) {
		return new Bar(title, scenario, Contender.FRESH.title(), peer.title(), measure, limit);
	}

	/**
	 * What is drawn.
	 */
	static Chart chart() {
		String mixed = FaultScenario.name(FaultKind.MIX30);
		// Where nothing goes wrong their timeouts are no matter
		List<String> tuned = List.of(Contender.WEB_CLIENT_TUNED.title(), Contender.PENGRAD_TUNED.title(),
				Contender.TELEGRAM_BOTS_TUNED.title());
		return new Chart(
				List.of(panel("Longest silence: 30 % of CONNECTs unanswered, 30 % of live tunnels dying", mixed,
						Measure.SILENCE), panel("Messages sent within 5 s, at the same time", mixed, Measure.WITHIN_5S),
						panel("From update to reply: round trip 50 ms, 250 ms of thought left out",
								ReplyScenario.name(FAR, THOUGHT), Measure.REPLY),
						panel("Updates heard: round trip 50 ms", UpdatesScenario.name(FAR), Measure.UPDATES),
						new Chart.Panel("A call: no distance, nothing goes wrong", DIRECT, Measure.P50, tuned)),
				Contender.OURS);
	}

	private static Chart.Panel panel(String title, String scenario, Measure measure) {
		return new Chart.Panel(title, scenario, measure);
	}

	/**
	 * How a scenario is run alone.
	 */
	static String command(Scenario scenario) {
		return "mvn -pl tools/benchmarks -am -DskipTests -Pprice -Dprice.only=%s package"
			.formatted(scenario.family().toLowerCase(Locale.ROOT));
	}

}
