// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Routes} and {@link RouteLog}.
 */
class RoutesTests {

	private static final Route A = Route.parse("socks5://a:1080");

	private static final Route B = Route.parse("http://user:the-password@b:3128");

	private static final Route C = Route.parse("direct");

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);

	private final Routes routes = new Routes("default", List.of(A, B, C), this.now::get);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void readLog() {
		this.log.start();
		logger().setLevel(Level.INFO);
		logger().addAppender(this.log);
	}

	@AfterEach
	void leaveLog() {
		logger().detachAppender(this.log);
		logger().setLevel(null);
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(BotTransport.class);
	}

	@Test
	void takesThemInTheirOrder() {
		assertThat(walk()).containsExactly(A, B, C);
	}

	@Test
	void hasNoneLeftForACallThatHasTriedAll() {
		assertThat(this.routes.choose(List.of(A, B, C))).isNull();
	}

	@Test
	void offersWhatTheCallHasNotTried() {
		assertThat(this.routes.choose(List.of(A, B))).isEqualTo(new Routes.Choice(C, false));
		assertThat(this.routes.choose(List.of(A))).isEqualTo(new Routes.Choice(B, false));
	}

	@Test
	void offersAnotherBesidesOnlyIfItIsWorthIt() {
		assertThat(this.routes.chooseBesides(List.of(A))).isEqualTo(new Routes.Choice(B, false));
		this.routes.failed(B, false, "down");
		assertThat(this.routes.chooseBesides(List.of(A))).isEqualTo(new Routes.Choice(C, false));
		this.routes.failed(C, false, "down");
		assertThat(this.routes.chooseBesides(List.of(A))).as("A works").isNull();
		this.routes.failed(A, false, "down");
		assertThat(this.routes.chooseBesides(List.of(A))).as("none works").isEqualTo(new Routes.Choice(B, false));
		assertThat(this.routes.chooseBesides(List.of(A, B, C))).isNull();
	}

	@Test
	void aRouteThatIsAlwaysSlowerIsAvoided() {
		this.routes.overtaken(A, false, Duration.ZERO);
		this.routes.overtaken(A, false, Duration.ZERO);
		this.routes.opened(A);
		this.routes.overtaken(A, false, Duration.ZERO);
		this.routes.overtaken(A, false, Duration.ZERO);
		assertThat(first()).as("never three times in a row").isEqualTo(A);
		this.routes.overtaken(A, false, Duration.ZERO);
		assertThat(first()).isEqualTo(B);
		passes(Duration.ofMinutes(1));
		assertThat(this.routes.choose(List.of())).isEqualTo(new Routes.Choice(A, true));
		this.routes.overtaken(A, true, Duration.ZERO);
		passes(Duration.ofMinutes(1));
		assertThat(first()).as("a trial has one chance").isEqualTo(B);
	}

	@Test
	void callsThatWaitForASlowRouteAtTheSameTimeCountOnce() {
		for (int i = 0; i < 100; i++) {
			passes(Duration.ofMillis(1));
			this.routes.overtaken(A, false, Duration.ofMillis(300));
		}
		assertThat(first()).isEqualTo(A);
	}

	@Test
	void aRouteThatHasFailedIsAvoidedByAll() {
		this.routes.failed(A, false, "down");
		assertThat(walk()).containsExactly(B, C, A);
		assertThat(this.routes.choose(List.of())).isEqualTo(new Routes.Choice(B, false));
	}

	@Test
	void afterAMinuteOneCallAtATimeTriesItAgain() {
		this.routes.failed(A, false, "down");
		passes(Duration.ofSeconds(59));
		assertThat(first()).isEqualTo(B);
		passes(Duration.ofSeconds(1));
		assertThat(this.routes.choose(List.of())).isEqualTo(new Routes.Choice(A, true));
		assertThat(first()).isEqualTo(B);
		passes(Duration.ofSeconds(30));
		// Whoever tried it was cancelled meanwhile
		assertThat(first()).isEqualTo(A);
		this.routes.opened(A);
		assertThat(this.routes.choose(List.of())).isEqualTo(new Routes.Choice(A, false));
	}

	@Test
	void triesItAgainLessAndLessOften() {
		this.routes.failed(A, false, "down");
		List<Long> minutes = new ArrayList<>();
		long last = this.now.get();
		while (minutes.size() < 9) {
			passes(Duration.ofSeconds(30));
			if (first().equals(A)) {
				this.routes.failed(A, true, "down");
				minutes.add(Duration.ofNanos(this.now.get() - last).toMinutes());
				last = this.now.get();
			}
		}
		assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
	}

	@Test
	void callsThatFailAtTheSameTimeCountOnce() {
		for (int i = 0; i < 100; i++) {
			this.routes.failed(A, false, "down");
		}
		passes(Duration.ofMinutes(1));
		assertThat(first()).isEqualTo(A);
	}

	@Test
	void triesAlsoTheSecondAgainIfTheThirdIsInUse() {
		this.routes.failed(A, false, "down");
		this.routes.failed(B, false, "down");
		this.routes.opened(C);
		passes(Duration.ofMinutes(1));
		assertThat(first()).isEqualTo(A);
		assertThat(this.routes.choose(List.of(A))).isEqualTo(new Routes.Choice(B, true));
		this.routes.opened(B);
		assertThat(first()).isEqualTo(B);
	}

	@Test
	void afterAnOutageOfAllItBeginsWithTheOneThatFailedLast() {
		this.routes.failed(A, false, "down");
		passes(Duration.ofMinutes(1));
		this.routes.failed(A, true, "down");
		this.routes.failed(B, false, "down");
		this.routes.failed(C, false, "down");
		assertThat(walk()).containsExactly(B, C, A);
		assertThat(this.routes.choose(List.of())).as("all the time that it needs")
			.isEqualTo(new Routes.Choice(B, false));
	}

	@Test
	void anOutageOfAllIsNoFaultOfOne() {
		for (int i = 0; i < 100; i++) {
			List.of(A, B, C).forEach((route) -> this.routes.failed(route, false, "no network"));
			passes(Duration.ofHours(1));
		}
		this.routes.opened(B);
		passes(Duration.ofMinutes(1));
		assertThat(first()).isEqualTo(A);
	}

	@Test
	void tellsOfAChangeAndOfTheReturn() {
		this.routes.failed(A, false, "a is down");
		this.routes.failed(B, false, "b is down");
		assertThat(lines()).isEmpty();
		this.routes.opened(C);
		this.routes.opened(C);
		assertThat(this.routes.current()).isEqualTo(C);
		this.routes.opened(A);
		assertThat(this.routes.current()).isEqualTo(A);
		assertThat(lines()).containsExactly("INFO Telegram bot 'default' goes on directly: a is down",
				"INFO Telegram bot 'default' goes via socks5 proxy a:1080 again");
	}

	@Test
	void isSilentWhileAllFail() {
		for (int i = 0; i < 100; i++) {
			List.of(A, B, C).forEach((route) -> this.routes.failed(route, false, "no network"));
			passes(Duration.ofMinutes(1));
		}
		assertThat(lines()).isEmpty();
	}

	@Test
	void tellsOfARouteThatComesAndGoesFourTimesAnHourAtMost() {
		for (int i = 0; i < 60; i++) {
			this.routes.failed(A, false, "a is down");
			this.routes.opened(B);
			passes(Duration.ofSeconds(30));
			this.routes.opened(A);
			passes(Duration.ofSeconds(30));
		}
		this.routes.opened(B);
		passes(Duration.ofHours(1));
		this.routes.opened(B);
		assertThat(lines()).hasSizeBetween(4, 5).last().asString().contains("via http proxy b:3128");
		assertThat(lines()).anyMatch((line) -> line.contains("times)"))
			.allMatch((line) -> !line.contains("the-password"));
	}

	private List<Route> walk() {
		List<Route> tried = new ArrayList<>();
		Routes.@Nullable Choice choice = this.routes.choose(tried);
		while (choice != null) {
			tried.add(choice.route());
			choice = this.routes.choose(tried);
		}
		return tried;
	}

	private Route first() {
		Routes.Choice choice = this.routes.choose(List.of());
		assertThat(choice).isNotNull();
		return choice.route();
	}

	private void passes(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private List<String> lines() {
		return this.log.list.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.INFO))
			.map((event) -> event.getLevel() + " " + event.getFormattedMessage())
			.toList();
	}

}
