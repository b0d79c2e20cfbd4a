// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Direction;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.simulator.fault.TunnelRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Several proxies in front of Telegram, of which one or the other works.
 */
@Tag("long")
class ProxyFallbackTests {

	private static final byte[] CONTENT = new byte[100_000];

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	private final FaultProxy first = proxy();

	private final FaultProxy second = proxy();

	private final FaultProxy third = FaultProxy.builder().credentials("bot", "third-s3cret").build().start();

	ProxyFallbackTests() {
		Stream.of(this.first, this.second, this.third)
			.forEach((proxy) -> proxy.route(TelegramBehindProxy.HOST,
					new InetSocketAddress(this.telegram.host(), this.telegram.tlsPort())));
	}

	private static FaultProxy proxy() {
		return FaultProxy.builder().build().start();
	}

	@AfterEach
	void close() {
		this.first.close();
		this.second.close();
		this.third.close();
		assertThat(this.telegram.maxPolls()).isLessThanOrEqualTo(1);
		this.telegram.close();
	}

	@Test
	void everythingGoesByTheOneThatWorks(@TempDir Path directory) {
		this.first.faults().all(Fault.ignore());
		this.second.refuseConnections();
		try (RunningBot bot = settings().run(EchoBot.class); OperatorLog log = OperatorLog.open()) {
			write("Hi");
			await().untilAsserted(() -> assertThat(texts()).contains("You said: Hi"));
			Document document = bot.blockingApi()
				.sendDocument(SendDocument.of(43, InputFile.of(CONTENT, "a.bin")))
				.document();
			assertThat(document).isNotNull();
			assertThat(bot.blockingApi().download(document.fileId(), directory.resolve("a.bin")))
				.hasBinaryContent(CONTENT);
			assertThat(bot.bean(TelegramDoctor.class).examine().block()).asString()
				.contains("via http proxy 127.0.0.1:" + this.third.port())
				.doesNotContain("third-s3cret");
			// Others were overtaken before they had asked for anything
			List<TunnelRecord> tunnels = this.third.tunnels().stream().filter(TunnelRecord::established).toList();
			assertThat(tunnels).hasSizeGreaterThanOrEqualTo(5)
				.allMatch((tunnel) -> tunnel.credentials() == TunnelRecord.Credentials.ACCEPTED);
			// It is left alone when others were faster a few times, or its time was over
			assertThat(this.first.opened()).isBetween(1L, 4L);
			assertThat(this.telegram.connections()).hasSameSizeAs(tunnels);
			assertThat(log.lines()).noneMatch((line) -> line.contains("third-s3cret"));
		}
	}

	@Test
	void tellsOfTheChangeOnceAndOfNothingElse() {
		try (RunningBot bot = settings().with("telegram.http.hedge-after", 0).run(EchoBot.class);
				OperatorLog log = OperatorLog.open()) {
			await().until(() -> this.telegram.polls() == 1);
			this.first.refuseConnections();
			for (int i = 0; i < 20; i++) {
				bot.blockingApi().sendMessage(SendMessage.of(43, "Hi"));
			}
			assertThat(routes(log))
				.containsExactly("INFO Telegram bot 'default' goes on via socks5 proxy 127.0.0.1:" + this.second.port()
						+ ": http proxy 127.0.0.1:" + this.first.port() + " refused the connection, is it running?");
		}
	}

	@Test
	void pollsGoOnWhereCallsHaveFoundAWay() {
		try (RunningBot bot = settings().run(EchoBot.class); OperatorLog log = OperatorLog.open()) {
			await().until(() -> this.telegram.polls() == 1);
			this.first.faults().all(Fault.ignore());
			bot.blockingApi().sendMessage(SendMessage.of(43, "Hi"));
			this.first.resetLive();
			write("Are you there?");
			long began = System.nanoTime();
			await().untilAsserted(() -> assertThat(texts()).contains("You said: Are you there?"));
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
			assertThat(this.first.tunnels()).filteredOn((tunnel) -> tunnel.fault().equals(Fault.ignore()))
				.hasSizeBetween(1, 4);
			assertThat(log.traces()).isEmpty();
		}
	}

	@Test
	void neitherRefusedCredentialsNorACertificateEndTheWalk() {
		try (TelegramSimulator inspector = TelegramSimulator.builder().names(TelegramBehindProxy.HOST).build().start();
				FaultProxy refusing = FaultProxy.builder().credentials("a", "b").build().start();
				RunningBot bot = settings(refusing.port(), "http://127.0.0.1:" + this.first.port(),
						"socks5://127.0.0.1:" + this.second.port())
					.with("telegram.http.hedge-after", 0)
					.run()) {
			this.first.route(TelegramBehindProxy.HOST, inspector.tlsPort());
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
			assertThat(refusing.opened()).isEqualTo(1);
			assertThat(this.first.opened()).isEqualTo(1);
			assertThat(inspector.requests()).isEmpty();
		}
	}

	@Test
	void saysWhatIsWrongWithEachAndHearsAgainByTheFirstThatHeals() {
		this.first.refuseConnections();
		this.second.faults().all(Fault.failTunnel());
		this.third.faults().all(Fault.blackHoleAfter(0));
		try (RunningBot bot = settings().with("telegram.http.tls-timeout", "700ms").run(EchoBot.class);
				OperatorLog log = OperatorLog.open()) {
			write("Hi");
			await().until(() -> bot.status().consecutiveFailures() >= 2);
			assertThat(bot.status().lastFailure()).contains("none of 3 routes works: ",
					this.first.port() + " refused the connection", this.second.port() + " opened no tunnel",
					this.third.port() + " stands, but what is behind it seems to be down");
			this.second.faults().none();
			await().atMost(Duration.ofSeconds(7)).untilAsserted(() -> assertThat(texts()).contains("You said: Hi"));
			assertThat(bot.status().state()).isEqualTo(PollerState.RUNNING);
			this.second.refuseConnections();
			this.second.resetLive();
			this.first.acceptConnections();
			write("And now?");
			await().atMost(Duration.ofSeconds(7))
				.untilAsserted(() -> assertThat(texts()).contains("You said: And now?"));
			assertThat(this.telegram.connections()).isNotEmpty();
			assertThat(routes(log)).hasSize(2).last().asString().endsWith(this.first.port() + " again");
			assertThat(log.traces()).isEmpty();
		}
	}

	@Test
	void neverConnectsDirectlyUnlessThatIsWritten() {
		Stream.of(this.first, this.second).forEach(FaultProxy::refuseConnections);
		String url = "socks5://127.0.0.1:" + this.second.port();
		try (RunningBot bot = direct(url).run()) {
			assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> bot.blockingApi().getMe());
			assertThat(this.telegram.connections()).isEmpty();
		}
		try (RunningBot bot = direct(url + ",direct").run()) {
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
			assertThat(this.telegram.connections()).hasSize(1);
		}
	}

	private RunningBot.Settings direct(String fallbacks) {
		return RunningBot.settings()
			.reaching(this.telegram, "localhost")
			.with("telegram.proxy.url", "http://127.0.0.1:" + this.first.port())
			.with("telegram.proxy.fallbacks", fallbacks)
			.with("telegram.http.hedge-after", 0)
			.with("telegram.http.call-timeout", "2s");
	}

	@Test
	void whatHasLeftIsNotSentByAnother() {
		try (RunningBot bot = settings().with("telegram.http.hedge-after", 0).run()) {
			// Behind the handshake and within the request
			this.first.faults().all(Fault.resetAfter(4000, Direction.UP));
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> bot.blockingApi().sendMessage(SendMessage.of(43, "x".repeat(4000))));
			assertThat(this.first.opened()).isEqualTo(1);
			assertThat(this.second.opened()).isZero();
		}
	}

	@Test
	void manyCallsAtATimeFindTheirWay() {
		this.first.faults().every(2, Fault.ignore());
		this.second.faults().every(3, Fault.failTunnel());
		try (RunningBot bot = settings().with("telegram.http.call-timeout", "20s").run(EchoBot.class)) {
			List<Message> sent = Flux.range(0, 200)
				.flatMap((number) -> bot.api().sendMessage(SendMessage.of(43, "call " + number)), 32)
				.collectList()
				.block(Duration.ofSeconds(60));
			assertThat(sent).hasSize(200);
			assertThat(this.telegram.bot(RunningBot.ID).transcript(43).stream().map((message) -> message.get("text")))
				.hasSize(200)
				.doesNotHaveDuplicates();
		}
		await().untilAsserted(
				() -> assertThat(Stream.of(this.first, this.second, this.third).mapToLong(FaultProxy::open).sum())
					.isZero());
		await().untilAsserted(
				() -> assertThat(this.telegram.connections()).allMatch((connection) -> connection.closedAt() != null));
	}

	private static List<String> routes(OperatorLog log) {
		return log.lines().stream().filter((line) -> line.contains("' goes ")).toList();
	}

	private void write(String text) {
		this.telegram.bot(RunningBot.ID).write(42, text);
	}

	private String texts() {
		return this.telegram.bot(RunningBot.ID)
			.transcript(42)
			.stream()
			.map((message) -> String.valueOf(message.get("text")))
			.collect(Collectors.joining("\n"));
	}

	private RunningBot.Settings settings() {
		return settings(this.first.port(), "socks5://127.0.0.1:" + this.second.port(),
				"http://bot:third-s3cret@127.0.0.1:" + this.third.port());
	}

	private RunningBot.Settings settings(int preferred, String... fallbacks) {
		return RunningBot.settings()
			.with("telegram.base-url", "https://" + TelegramBehindProxy.HOST)
			.with("telegram.proxy.url", "http://127.0.0.1:" + preferred)
			.with("telegram.proxy.fallbacks", String.join(",", fallbacks))
			.with("telegram.http.proxy-timeout", "700ms")
			.with("telegram.http.call-timeout", "5s")
			.trusting(this.telegram);
	}

}
