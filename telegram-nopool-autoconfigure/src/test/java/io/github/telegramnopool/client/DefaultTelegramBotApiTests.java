// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.User;
import io.github.telegramnopool.client.error.BadRequestException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.RawServer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DefaultTelegramBotApi}.
 */
@Timeout(60)
class DefaultTelegramBotApiTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String ME = "{\"id\":4242,\"is_bot\":true,\"first_name\":\"Test\"}";

	private static final String MESSAGE = "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}";

	private final LoopbackServer server = LoopbackServer.answering(Answer.ok(ME));

	private final BotTransport transport = TransportFixtures.transport(this.server.url());

	private final TelegramBotApi api = api(this.transport, settings(LONG));

	@AfterEach
	void close() {
		this.transport.close();
		this.server.close();
	}

	private static TelegramBotApi api(BotTransport transport, CallSettings settings) {
		return new BotClients("default", BotApiJson.mapper()).reactive(transport, settings, false);
	}

	private static CallSettings settings(Duration timeout) {
		return new CallSettings(timeout, 50_000, true, Duration.ofSeconds(3), false);
	}

	@Test
	void sendsParametersAndReadsTheResult() {
		this.server.answers((request) -> Mono.just(Answer.ok(MESSAGE)));
		StepVerifier.create(this.api.sendMessage(SendMessage.of(5, "hi")))
			.assertNext((message) -> assertThat(message.chat().id()).isEqualTo(5))
			.expectComplete()
			.verify(LONG);
		Request request = this.server.requests().get(0);
		assertThat(request.botMethod()).isEqualTo("sendMessage");
		assertThat(request.body()).contains("\"chat_id\":5", "\"text\":\"hi\"");
	}

	@Test
	void nothingHappensUntilItIsSubscribedToAndEachSubscriptionIsACall() {
		Mono<User> call = this.api.execute(GetMe.of());
		assertThat(this.transport.connections().opened()).isZero();
		call.block(LONG);
		call.block(LONG);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void neverRepeatsACallThatMayHaveBeenExecuted() {
		this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), "<html>")));
		StepVerifier.create(this.api.execute(SendMessage.of(5, "hi")))
			.expectError(OutcomeUnknownException.class)
			.verify(LONG);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void neverRepeatsACallWhoseConnectionWasLost() throws IOException {
		try (RawServer raw = new RawServer((socket) -> RawServer.readRequest(socket.getInputStream()));
				BotTransport transport = TransportFixtures.transport(raw.url())) {
			StepVerifier.create(api(transport, settings(LONG)).execute(SendMessage.of(5, "hi")))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(OutcomeUnknownException.class)
					.hasMessageStartingWith("sendMessage: outcome unknown, the connection was lost"))
				.verify(LONG);
			assertThat(raw.accepted()).isEqualTo(1);
		}
	}

	@Test
	void repeatsAReadUpToTwice() {
		AtomicInteger calls = new AtomicInteger();
		this.server.answers((request) -> Mono
			.just((calls.incrementAndGet() < 3) ? new Answer(502, Map.of(), "<html>") : Answer.ok(ME)));
		assertThat(this.api.execute(GetMe.of()).block(LONG)).extracting(User::id).isEqualTo(4242L);
		assertThat(calls).hasValue(3);
	}

	@Test
	void repeatsAReadNoMoreThanTwice() {
		this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), "<html>")));
		StepVerifier.create(this.api.execute(GetMe.of())).expectError(OutcomeUnknownException.class).verify(LONG);
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void neverRepeatsARefusal() {
		this.server.answers((request) -> Mono.just(Answer.refusal(400, "Bad Request", null)));
		StepVerifier.create(this.api.execute(GetMe.of())).expectError(BadRequestException.class).verify(LONG);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void repeatsWhatWasNotSentUntilItSucceeds() throws IOException {
		AtomicInteger accepted = new AtomicInteger();
		try (RawServer raw = new RawServer((socket) -> {
			if (accepted.incrementAndGet() < 4) {
				return;
			}
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
			RawServer.readRequest(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n{\"ok\":true,\"result\":" + MESSAGE + "}");
		}); BotTransport transport = TransportFixtures.transport("http://api.test", raw.port())) {
			StepVerifier.create(api(transport, settings(LONG)).execute(SendMessage.of(5, "hi")))
				.expectNextCount(1)
				.expectComplete()
				.verify(LONG);
			assertThat(accepted).hasValue(4);
		}
	}

	@Test
	void givesUpWhatIsNotSentAtTheDeadline() throws IOException {
		try (BotTransport transport = TransportFixtures
			.transport("http://127.0.0.1:" + TransportFixtures.closedPort())) {
			long began = System.nanoTime();
			StepVerifier.create(api(transport, settings(Duration.ofSeconds(3))).execute(SendMessage.of(5, "hi")))
				.expectErrorSatisfies((ex) -> {
					assertThat(ex).isInstanceOf(RequestNotSentException.class)
						.hasMessage("sendMessage: not sent (TCP), 127.0.0.1 refused the connection");
					assertThat(((RequestNotSentException) ex).phase()).isEqualTo(Phase.TCP);
				})
				.verify(LONG);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(3500));
			assertThat(transport.connections().opened()).isGreaterThan(2);
		}
	}

	@Test
	void doesNotRepeatWhatTakesAPerson() throws IOException {
		try (RawServer proxy = new RawServer((socket) -> {
			RawServer.readHead(socket.getInputStream());
			RawServer.write(socket, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
		}); BotTransport transport = TransportFixtures.transport("http://api.test", proxy.port())) {
			StepVerifier.create(api(transport, settings(LONG)).execute(SendMessage.of(5, "hi")))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestNotSentException.class)
					.hasMessageContaining("telegram.proxy.password"))
				.verify(LONG);
			assertThat(proxy.accepted()).isEqualTo(1);
		}
	}

	@Test
	void waitsAsLongAsTelegramDemands() {
		AtomicInteger calls = new AtomicInteger();
		this.server.answers((request) -> Mono.just((calls.incrementAndGet() == 1)
				? Answer.refusal(429, "Too Many Requests", "{\"retry_after\":1}") : Answer.ok(MESSAGE)));
		long began = System.nanoTime();
		StepVerifier.create(this.api.execute(SendMessage.of(5, "hi"))).expectNextCount(1).expectComplete().verify(LONG);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
		assertThat(calls).hasValue(2);
	}

	@Test
	void waitsForFloodNoLongerThanAllowed() {
		this.server.answers((request) -> Mono.just(Answer.refusal(429, "Too Many Requests", "{\"retry_after\":4}")));
		StepVerifier.create(this.api.execute(SendMessage.of(5, "hi")))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(TooManyRequestsException.class))
			.verify(LONG);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void addsUpTheWaitsForFlood() {
		this.server.answers((request) -> Mono.just(Answer.refusal(429, "Too Many Requests", "{\"retry_after\":2}")));
		StepVerifier.create(this.api.execute(SendMessage.of(5, "hi")))
			.expectError(TooManyRequestsException.class)
			.verify(LONG);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void doesNotWaitForFloodIfToldSo() {
		this.server.answers((request) -> Mono.just(Answer.refusal(429, "Too Many Requests", "{\"retry_after\":0}")));
		TelegramBotApi api = api(this.transport, new CallSettings(LONG, 50_000, false, LONG, false));
		StepVerifier.create(api.execute(SendMessage.of(5, "hi")))
			.expectError(TooManyRequestsException.class)
			.verify(LONG);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void theWaitForFloodIsNotPartOfTheDeadline() {
		AtomicInteger calls = new AtomicInteger();
		this.server.answers((request) -> Mono.just((calls.incrementAndGet() == 1)
				? Answer.refusal(429, "Too Many Requests", "{\"retry_after\":2}") : Answer.ok(MESSAGE)));
		StepVerifier.create(api(this.transport, settings(Duration.ofMillis(1500))).execute(SendMessage.of(5, "hi")))
			.expectNextCount(1)
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void neverHammersAServerThatDemandsNoWait() {
		this.server.answers((request) -> Mono.just(Answer.refusal(429, "Too Many Requests", "{\"retry_after\":0}")));
		StepVerifier.create(api(this.transport, settings(Duration.ofSeconds(2))).execute(SendMessage.of(5, "hi")))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(TooManyRequestsException.class))
			.verify(LONG);
		assertThat(this.server.requests()).hasSizeLessThan(10);
	}

	@Test
	void cancelEndsTheTries() throws IOException {
		try (BotTransport transport = TransportFixtures
			.transport("http://127.0.0.1:" + TransportFixtures.closedPort())) {
			Disposable call = api(transport, settings(LONG)).execute(SendMessage.of(5, "hi")).subscribe();
			Awaitility.await().atMost(LONG).until(() -> transport.connections().opened() >= 1);
			call.dispose();
			// What the loop was about to do is done
			assertThat(transport.isResponsive()).isTrue();
			long opened = transport.connections().opened();
			Awaitility.await()
				.during(Duration.ofMillis(700))
				.atMost(LONG)
				.until(() -> transport.connections().opened() == opened);
		}
	}

	@Test
	void stoppingRightBehindAnAnswerDropsNoError() {
		List<Throwable> dropped = new CopyOnWriteArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		try {
			for (int i = 0; i < 100; i++) {
				try (BotTransport transport = TransportFixtures.transport(this.server.url())) {
					api(transport, settings(LONG)).getMe().block(LONG);
				}
			}
			assertThat(dropped).isEmpty();
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void neverTellsTheToken() {
		this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), request.uri())));
		StepVerifier.create(this.api.execute(SendMessage.of(5, "hi"))).expectErrorSatisfies((ex) -> {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).contains("OutcomeUnknownException").doesNotContain(TransportFixtures.SECRET);
		}).verify(LONG);
	}

}
