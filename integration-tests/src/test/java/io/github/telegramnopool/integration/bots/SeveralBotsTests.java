// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.bots;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.PollingFailing;
import io.github.telegramnopool.api.event.PollingRecovered;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Two bots of one application, each behind a proxy of its own.
 */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class SeveralBotsTests {

	private static final long SALES = 7001;

	private static final long SUPPORT = 7002;

	/**
	 * Whatever waits for the broken proxy takes longer than what a healthy bot may take.
	 */
	private static final Duration PROXY_TIMEOUT = Duration.ofSeconds(4);

	private static final Duration USUAL_PACE = Duration.ofSeconds(2);

	private static final long USER = 42;

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	private final FaultProxy salesProxy = FaultProxy.builder().build().start();

	SeveralBotsTests() {
		TelegramSimulator simulator = this.telegram.simulator();
		this.salesProxy.route(TelegramBehindProxy.HOST, new InetSocketAddress(simulator.host(), simulator.tlsPort()));
	}

	@AfterEach
	void stop() {
		this.salesProxy.close();
		this.telegram.close();
	}

	@Test
	void oneBotsTroubleIsNoneOfTheOthers() {
		this.salesProxy.faults().all(Fault.ignore());
		try (RunningBot bots = settings().with("telegram.bots.sales.http.proxy-timeout", PROXY_TIMEOUT)
			.with("telegram.bots.sales.http.max-concurrent-calls", 2)
			.run(NamingBot.class, Witness.class)) {
			sales().write(USER, "Is anybody there?");
			Disposable stuck = floodWithCalls(bots);
			await().until(() -> poller(bots, "sales").status().consecutiveFailures() > 0);
			IntStream.range(0, 20).forEach((number) -> {
				support().write(USER, "No " + number);
				await().atMost(USUAL_PACE).until(() -> answers(support()).contains("support: No " + number));
			});
			assertThat(poller(bots, "sales").status().state()).isIn(PollerState.FAILING, PollerState.STARTING);
			assertThat(poller(bots, "support").status().state()).isEqualTo(PollerState.RUNNING);
			assertThat(poller(bots, "support").status().consecutiveFailures()).isZero();
			assertThat(answers(sales())).isEmpty();
			stuck.dispose();
			this.salesProxy.faults().none();
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(answers(sales())).containsExactly("sales: Is anybody there?"));
			assertThat(bots.bean(Witness.class).told).isNotEmpty().containsOnly("sales");
		}
	}

	/**
	 * More calls than the bot may have at a time, all of which wait for its proxy.
	 */
	private static Disposable floodWithCalls(RunningBot bots) {
		TelegramBotApi api = bots.context().getBean("salesTelegramBotApi", TelegramBotApi.class);
		return Flux.range(0, 50)
			.flatMap((number) -> api.sendMessage(SendMessage.of(USER, "x")).onErrorComplete(), 50)
			.subscribe();
	}

	@Test
	void repliesLeaveThroughTheBotThatWasWrittenTo() {
		try (RunningBot bots = settings().run(NamingBot.class)) {
			List<String> texts = IntStream.range(0, 15).mapToObj((number) -> "No " + number).toList();
			texts.forEach((text) -> {
				sales().write(USER, text);
				support().write(USER, text);
			});
			await().untilAsserted(() -> {
				assertThat(answers(sales())).isEqualTo(texts.stream().map("sales: "::concat).toList());
				assertThat(answers(support())).isEqualTo(texts.stream().map("support: "::concat).toList());
			});
			assertThat(this.telegram.simulator().requests())
				.filteredOn((request) -> request.method().equals("sendMessage"))
				.hasSize(30)
				.allSatisfy((request) -> assertThat(request.parameters().get("text"))
					.startsWith((request.botId() == SALES) ? "sales: " : "support: "));
			assertThat(this.telegram.simulator().requests()).extracting(RecordedRequest::botId)
				.containsOnly(SALES, SUPPORT);
		}
	}

	@Test
	void repliesOfANamedBotDoNotLeaveThroughTheDefaultOne() {
		try (RunningBot bots = settings().with("telegram.token", RunningBot.TOKEN).run(NamingBot.class)) {
			sales().write(USER, "Hi");
			await().untilAsserted(() -> assertThat(answers(sales())).containsExactly("sales: Hi"));
			this.telegram.peer().write(USER, "Hi");
			await().untilAsserted(() -> assertThat(answers(this.telegram.peer())).containsExactly("default: Hi"));
			assertThat(bots.api()).isSameAs(bots.context().getBean("telegramBotApi"));
		}
	}

	@Test
	void tellsWhatToDoWhenNobodySaysWhichBotIsMeant(CapturedOutput output) {
		assertThatExceptionOfType(UnsatisfiedDependencyException.class)
			.isThrownBy(() -> settings().run(UndecidedBot.class));
		assertThat(output).contains("required a single TelegramBotApi, but there are several bots: 'sales', 'support'.",
				"Say whose it is by its name, as in @Qualifier(\"sales\").");
	}

	@Test
	void aUserWhoWaitsForOneBotDoesNotWaitForTheOther() {
		try (RunningBot bots = settings().with("telegram.dispatch.concurrency", 1).run(PatientBot.class)) {
			PatientBot listener = bots.bean(PatientBot.class);
			sales().write(USER, "first");
			await().until(() -> listener.entered.getCount() == 0);
			support().write(USER, "second");
			await().untilAsserted(() -> assertThat(answers(support())).containsExactly("second"));
			assertThat(answers(sales())).isEmpty();
			listener.leave.countDown();
			await().untilAsserted(() -> assertThat(answers(sales())).containsExactly("first"));
		}
	}

	@Test
	void oneBotStopsAndStartsAgainWhileTheOtherGoesOn() {
		try (RunningBot bots = settings().run(NamingBot.class)) {
			await().until(() -> this.telegram.simulator().polls() == 2);
			poller(bots, "sales").stop();
			sales().write(USER, "Closed?");
			support().write(USER, "Open?");
			await().untilAsserted(() -> assertThat(answers(support())).containsExactly("support: Open?"));
			assertThat(answers(sales())).isEmpty();
			assertThat(sales().pending()).isEqualTo(1);
			poller(bots, "sales").start();
			await().untilAsserted(() -> assertThat(answers(sales())).containsExactly("sales: Closed?"));
		}
	}

	@Test
	void leavesNothingBehindAndCanBeStartedAgain() {
		for (int start = 1; start <= 2; start++) {
			int answers = start;
			try (RunningBot bots = settings().run(NamingBot.class)) {
				sales().write(USER, "Hi");
				support().write(USER, "Hi");
				await().untilAsserted(() -> {
					assertThat(answers(sales())).hasSize(answers);
					assertThat(answers(support())).hasSize(answers);
				});
				// What is not confirmed by then may stay
				await().until(() -> sales().pending() + support().pending() == 0);
			}
			await().untilAsserted(() -> {
				assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
					.noneMatch((name) -> name.startsWith("telegram-")
							&& (name.contains("sales") || name.contains("support")));
				assertThat(this.telegram.proxy().open() + this.salesProxy.open()).isZero();
				assertThat(this.telegram.simulator().connections())
					.allSatisfy((connection) -> assertThat(connection.closedAt()).isNotNull());
			});
		}
		assertThat(this.telegram.simulator().connections())
			.allSatisfy((connection) -> assertThat(connection.requests()).isLessThanOrEqualTo(1));
	}

	@Test
	void eachGoesThroughItsOwnProxyOnly() {
		try (RunningBot bots = settings().with("telegram.http.call-timeout", "2s")
			.with("telegram.http.hedge-after", 0)
			.run()) {
			bots.context().getBeansOfType(BlockingTelegramBotApi.class).values().forEach((api) -> api.getMe());
			assertThat(this.salesProxy.opened()).isEqualTo(1);
			assertThat(this.telegram.proxy().opened()).isEqualTo(1);
			this.salesProxy.refuseConnections();
			assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(
					() -> bots.context().getBean("salesBlockingTelegramBotApi", BlockingTelegramBotApi.class).getMe());
			assertThat(this.telegram.proxy().opened()).isEqualTo(1);
		}
	}

	private RunningBot.Settings settings() {
		return this.telegram.settings("socks5")
			.with("telegram.token", "")
			.with("telegram.bots.sales.token", SALES + ":AAsales-sales-sales-sales-sales-012")
			.with("telegram.bots.sales.proxy.url", this.salesProxy.url("http"))
			.with("telegram.bots.support.token", SUPPORT + ":AAsupport-support-support-support-01");
	}

	private SimulatedBot sales() {
		return this.telegram.simulator().bot(SALES);
	}

	private SimulatedBot support() {
		return this.telegram.simulator().bot(SUPPORT);
	}

	private static UpdatePoller poller(RunningBot bots, String bot) {
		return bots.context().getBean(bot + "TelegramUpdatePoller", UpdatePoller.class);
	}

	private static List<String> answers(SimulatedBot bot) {
		return bot.transcript(USER)
			.stream()
			.filter((message) -> message.path("from").path("is_bot").asBoolean(false))
			.map((message) -> message.path("text").asString(""))
			.toList();
	}

	static class NamingBot {

		@EventListener
		SendMessage name(MessageEvent event) {
			return event.message().answer(event.bot().name() + ": " + event.message().text());
		}

	}

	static class UndecidedBot {

		UndecidedBot(TelegramBotApi api) {
		}

	}

	static class PatientBot {

		final CountDownLatch entered = new CountDownLatch(1);

		final CountDownLatch leave = new CountDownLatch(1);

		@EventListener
		SendMessage wait(MessageEvent event) throws InterruptedException {
			if (event.bot().name().equals("sales")) {
				this.entered.countDown();
				this.leave.await();
			}
			return event.message().answer(event.message().text());
		}

	}

	static class Witness {

		final List<String> told = new CopyOnWriteArrayList<>();

		@EventListener
		void failing(PollingFailing event) {
			this.told.add(event.botName());
		}

		@EventListener
		void recovered(PollingRecovered event) {
			this.told.add(event.botName());
		}

	}

}
