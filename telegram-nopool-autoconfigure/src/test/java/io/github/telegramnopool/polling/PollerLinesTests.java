// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.client.error.UnauthorizedException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator reads of a poller, in hours that take no time.
 */
class PollerLinesTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final TelegramException REFUSED = new RequestNotSentException("getUpdates",
			TransportFixtures.failure(Phase.TCP, false, "the proxy refused the connection"));

	private static final TelegramException CONFLICT = new ConflictException("getUpdates",
			"Conflict: terminated by other getUpdates request", null);

	private final VirtualTime time = new VirtualTime();

	private final VirtualTelegram telegram = new VirtualTelegram(this.time);

	private final FakeUpdateHandler handler = new FakeUpdateHandler();

	private final PollingTools tools = PollingTools.make("default", "directly", new PollingSettings(null,
			Duration.ofSeconds(30), 100, null, false, false, Duration.ofSeconds(35), Duration.ofSeconds(4)),
			this.telegram, this.handler, List::of, this.time);

	private final List<Line> lines = new ArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
				PollerLinesTests.this.lines.add(new Line(PollerLinesTests.this.time.now(), event.getLevel(),
						event.getFormattedMessage(), event.getThrowableProxy() != null));
			}
		}

	};

	@BeforeEach
	void listen() {
		ours().setLevel(Level.INFO);
		ours().setAdditive(false);
		this.appender.start();
		ours().addAppender(this.appender);
	}

	@AfterEach
	void listenNoMore() {
		ours().detachAppender(this.appender);
		ours().setAdditive(true);
		ours().setLevel(null);
	}

	private static Logger ours() {
		return (Logger) LoggerFactory.getLogger("io.github.telegramnopool");
	}

	/**
	 * Let the poller live for some time, and take the line away that says it has begun.
	 */
	private void live(Duration duration) {
		Commands commands = new Commands(this.time);
		commands.obeyedBy(Thread.currentThread());
		this.time.at(this.time.now().plus(duration), commands::stop);
		new PollLoop(this.tools, commands, new LoopWatch(this.time, Duration.ofSeconds(130))).run();
	}

	private void fails(RuntimeException failure, BooleanSupplier when) {
		this.telegram.fails(() -> when.getAsBoolean() ? failure : null);
	}

	private boolean isBetween(Duration from, Duration to) {
		return this.time.now().compareTo(from) >= 0 && this.time.now().compareTo(to) < 0;
	}

	private List<String> text() {
		return this.lines.stream().map((line) -> line.level() + " " + line.text()).toList();
	}

	/**
	 * The line that says that polling has ended for good is not counted.
	 */
	private int mostInAnHour() {
		int most = 0;
		List<Line> lines = this.lines.stream().filter((line) -> line.level() != Level.ERROR).toList();
		for (Line first : lines) {
			Duration end = first.at().plus(HOUR);
			most = Math.max(most,
					(int) lines.stream()
						.filter((line) -> line.at().compareTo(first.at()) >= 0 && line.at().compareTo(end) <= 0)
						.count());
		}
		return most;
	}

	@Test
	void anIdleHourMakesNoLine() {
		live(HOUR);
		assertThat(text()).singleElement().asString().contains("is @test_bot");
		assertThat(this.telegram.polls).hasSizeBetween(117, 121);
	}

	@Test
	void anHourOfOutageMakesSixLines() {
		fails(REFUSED, () -> isBetween(Duration.ofMinutes(100), Duration.ofMinutes(160)));
		live(Duration.ofHours(4));
		assertThat(text()).hasSize(6)
			.satisfies((lines) -> assertThat(lines.get(1))
				.startsWith("WARN Telegram bot 'default' hears nothing, trying on: ")
				.contains("the proxy refused the connection"))
			.satisfies((lines) -> assertThat(lines.subList(2, 5)).allMatch(
					(line) -> line.matches("INFO .* still hears nothing after (15|30|45) min, \\d+ failed requests,"
							+ " last: .*the proxy refused the connection")))
			.last()
			.asString()
			.matches("INFO Telegram bot 'default' hears again after (59|60) min, \\d+ failed requests");
		assertThat(this.lines).noneMatch(Line::trace);
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
		assertThat(this.handler.log(PollingFailing.class)).hasSize(1);
		assertThat(this.handler.log(PollingRecovered.class)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 20, 90, 600 })
	void aPathThatFailsAndHealsMakesNoMoreLinesThanOneThatIsDead(int period) {
		fails(REFUSED,
				() -> isBetween(HOUR, HOUR.multipliedBy(3)) && this.time.now().toSeconds() % period < period / 2);
		live(Duration.ofHours(5));
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
		assertThat(text()).anyMatch((line) -> line.startsWith("WARN") && line.contains("hears nothing, trying on"))
			.anyMatch((line) -> line.matches("INFO .* hears nothing again and again, \\d+ times within .* in all, .*"))
			.last()
			.asString()
			.contains("hears again");
		assertThat(this.handler.log(PollingFailing.class)).hasSizeGreaterThan(10);
		assertThat(this.handler.log(PollingRecovered.class)).hasSameSizeAs(this.handler.log(PollingFailing.class));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void noSequenceOfFaultsMakesMoreThanSixLinesInAnHour(long seed) {
		Random random = new Random(seed);
		List<TelegramException> faults = List.of(REFUSED, CONFLICT,
				new OutcomeUnknownException("getUpdates", "HTTP 502"),
				new UnauthorizedException("getUpdates", "Unauthorized", null),
				new RequestNotSentException("getUpdates", TransportFixtures.failure(Phase.PROXY, true, "407")),
				new RequestNotSentException("getUpdates", TransportFixtures.failure(Phase.TLS, true, "certificate")),
				new TooManyRequestsException("getUpdates", "slow down", null, Duration.ofSeconds(7)));
		TelegramException[] fault = new TelegramException[1];
		changeNow(random, faults, fault);
		this.telegram.fails(() -> fault[0]);
		live(Duration.ofHours(40));
		assertThat(mostInAnHour()).as("seed %d", seed).isLessThanOrEqualTo(6);
		assertThat(this.lines).noneMatch(Line::trace);
	}

	private void changeNow(Random random, List<TelegramException> faults, @Nullable TelegramException[] fault) {
		fault[0] = random.nextBoolean() ? null : faults.get(random.nextInt(faults.size()));
		Duration next = Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 10 : 2000));
		this.time.at(this.time.now().plus(next), () -> changeNow(random, faults, fault));
	}

	@Test
	void aRolloutIsNoWarning() {
		fails(CONFLICT, () -> isBetween(HOUR, HOUR.plusSeconds(12)));
		live(HOUR.multipliedBy(2));
		assertThat(text()).hasSize(3).noneMatch((line) -> line.startsWith("WARN"));
		assertThat(text().get(1)).startsWith("INFO").contains("another instance");
	}

	@Test
	void aConflictThatLastsIsOneWarning() {
		fails(CONFLICT, () -> isBetween(HOUR, HOUR.multipliedBy(2)));
		live(HOUR.multipliedBy(3));
		assertThat(text()).filteredOn((line) -> line.startsWith("WARN"))
			.singleElement()
			.asString()
			.contains("another instance");
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
	}

	@Test
	void aWebhookIsNamedByItsHostOnly() {
		this.telegram.hasWebhook("https://hooks.example.com/secret-path");
		fails(CONFLICT, () -> isBetween(HOUR, HOUR.multipliedBy(2)));
		live(HOUR.multipliedBy(3));
		assertThat(text()).filteredOn((line) -> line.startsWith("WARN"))
			.singleElement()
			.asString()
			.contains("hooks.example.com", "telegram.polling.delete-webhook")
			.doesNotContain("secret-path");
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
	}

	@Test
	void aTokenThatIsRefusedForGoodMakesTwoLines() {
		fails(new UnauthorizedException("getUpdates", "Unauthorized", null),
				() -> isBetween(HOUR, HOUR.multipliedBy(9)));
		live(HOUR.multipliedBy(9));
		assertThat(text()).hasSize(3);
		assertThat(text().get(1)).startsWith("WARN");
		assertThat(text().get(2)).startsWith("ERROR").contains("telegram.token");
	}

	@Test
	void anHourOfABlockedWindowMakesSixLines() {
		this.handler.handles((id) -> false);
		this.telegram.serves((request) -> (request.offset() == null) ? ids(1, 100) : ids(101, 101));
		this.time.at(HOUR, () -> {
			for (long id = 1; id <= 101; id++) {
				this.handler.handled(id);
			}
			this.handler.handles((id) -> true);
			this.telegram.serves((request) -> List.of());
		});
		live(HOUR.multipliedBy(2));
		assertThat(text()).anyMatch((line) -> line.startsWith("WARN") && line.contains("SlowListener.listen"))
			.anyMatch((line) -> line.contains("still asks for no more updates after 15 min"))
			.last()
			.asString()
			.contains("asks for updates again after ");
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
	}

	@Test
	void aWindowThatIsBlockedAgainAndAgainMakesNoMoreLines() {
		long[] served = { 0 };
		long[] handled = { 0 };
		this.handler.handles((id) -> false);
		this.telegram.serves((request) -> {
			long offset = (request.offset() != null) ? request.offset() : 1;
			served[0] = Math.max(served[0], offset + 99);
			return ids(offset, served[0]);
		});
		this.time.every(Duration.ofSeconds(20), () -> {
			for (int i = 0; i < 30; i++) {
				this.handler.handled(++handled[0]);
			}
		});
		live(HOUR.multipliedBy(3));
		assertThat(this.telegram.polls).hasSizeGreaterThan(300);
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 60, 3600, 100_000, 1_000_000 })
	void hearsAgainWithinSixSecondsAfterAnOutageOfAnyLength(long seconds) {
		Duration end = HOUR.plusSeconds(seconds);
		fails(REFUSED, () -> isBetween(HOUR, end));
		this.telegram.serves((request) -> List.of());
		live(end.plus(HOUR));
		assertThat(this.telegram.polls).filteredOn((poll) -> poll.compareTo(end) >= 0)
			.first()
			.satisfies((poll) -> assertThat(poll.minus(end)).isLessThan(Duration.ofSeconds(6)));
	}

	@Test
	void warnsThatUpdatesAreLostAfterMoreThanADay() {
		fails(REFUSED, () -> isBetween(HOUR, HOUR.multipliedBy(26)));
		live(HOUR.multipliedBy(27));
		assertThat(text()).last()
			.asString()
			.startsWith("WARN")
			.contains("hears again after 2", "Telegram keeps updates for 24 hours");
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
	}

	@Test
	void neverRunsHotEvenIfNobodyCanBeTold() {
		this.handler.fails((method) -> {
			if (method.equals("publish")) {
				throw new IllegalStateException("nobody can be told");
			}
		});
		fails(REFUSED, () -> true);
		this.time.at(HOUR.minusSeconds(1), () -> this.handler.fails((method) -> {
		}));
		live(HOUR);
		assertThat(mostInAnHour()).isLessThanOrEqualTo(6);
		assertThat(this.lines).noneMatch(Line::trace);
		assertThat(this.telegram.calls).hasSizeBetween(600, 3600);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 1 })
	void aClockThatIsSetByADayChangesNothing(long days) {
		this.time.at(Duration.ofMinutes(20), () -> this.time.setWallClockForward(Duration.ofDays(days)));
		fails(REFUSED, () -> isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21)));
		live(HOUR);
		assertThat(this.telegram.polls).hasSizeBetween(130, 180);
		assertThat(text()).hasSize(3)
			.last()
			.asString()
			.matches("INFO .* hears again after (115|116|117|118|119|120) s.*|" + "INFO .* hears again after 2 min.*");
		assertThat(this.tools.status().snapshot(this.tools.window()).lastSuccessAge()).isBetween(Duration.ZERO,
				Duration.ofSeconds(31));
	}

	private static List<Long> ids(long from, long to) {
		List<Long> ids = new ArrayList<>();
		for (long id = from; id <= to; id++) {
			ids.add(id);
		}
		return ids;
	}

	private record Line(Duration at, Level level, String text, boolean trace) {

	}

}
