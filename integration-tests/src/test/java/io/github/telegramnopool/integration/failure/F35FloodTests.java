// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.GetChat;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.error.TooManyRequestsException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.ScriptedFaultBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * F35: Telegram answers 429 and names a time to wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class F35FloodTests {

	private static final Duration SLACK = Duration.ofSeconds(3);

	private final TelegramBehindProxy telegram = new TelegramBehindProxy();

	private final RunningBot bot = this.telegram.settings("socks5")
		.with("telegram.flood.max-wait", "5s")
		.run(EchoBot.class);

	private long chat = 1000;

	@AfterAll
	void stop() {
		this.bot.close();
		this.telegram.close();
	}

	@Test
	void nothingComesBackEarlierThanTold() {
		String file = this.telegram.peer().addFile("a.txt", new byte[10]);
		long chat = ++this.chat;
		long other = ++this.chat;
		for (String method : List.of("sendMessage", "sendDocument", "getChat", "file")) {
			this.telegram.simulator().script(ScriptedFault.on(method).retryAfter(1).times(2).build());
		}
		long began = System.nanoTime();
		Mono<Long> download = this.bot.api().download(file).count();
		Flux.merge(this.bot.api().sendMessage(SendMessage.of(chat, "Hi")),
				this.bot.api().sendDocument(SendDocument.of(other, InputFile.of(new byte[10], "a"))),
				this.bot.api().getChat(GetChat.of(chat)),
				download.doOnNext((count) -> assertThat(elapsed(began)).isGreaterThan(seconds(2))))
			.blockLast();
		for (String method : List.of("sendMessage", "sendDocument", "getChat")) {
			assertThat(gaps(method, (request) -> isTo(request, method.equals("sendDocument") ? other : chat)))
				.as(method)
				.hasSize(2)
				.allSatisfy((gap) -> assertThat(gap).isBetween(seconds(1), seconds(1).plus(SLACK)));
		}
		assertThat(texts(chat)).containsExactly("Hi");
		assertThat(this.bot.status().consecutiveFailures()).as("no failure of the transport").isZero();
	}

	@Test
	void understandsWhatIsTold() {
		List<CompletableFuture<?>> calls = List.of(refused("{\"retry_after\":1}", null),
				refused("{\"retry_after\":\"2\"}", null), refused("{\"retry_after\":0}", null), refused("{}", "2"));
		CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
		List<Integer> told = List.of(1, 2, 1, 2);
		for (int i = 0; i < told.size(); i++) {
			long chat = this.chat - told.size() + 1 + i;
			int seconds = told.get(i);
			assertThat(gaps("sendMessage", (request) -> isTo(request, chat))).singleElement()
				.satisfies((gap) -> assertThat(gap).isBetween(seconds(seconds), seconds(seconds).plus(SLACK)));
		}
	}

	private CompletableFuture<?> refused(String parameters, @Nullable String header) {
		long chat = ++this.chat;
		this.telegram.simulator().script(flood(parameters, header));
		CompletableFuture<?> call = this.bot.api().sendMessage(SendMessage.of(chat, "Hi")).toFuture();
		// The first is repeated after a second, and must not meet what is told to the
		// last
		await().pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.until(() -> !times("sendMessage", (request) -> isTo(request, chat)).isEmpty());
		return call;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"retry_after":3600} |      | 3600
			{}                   | 1386 | 1386
			{"retry_after":"6"}  |      | 6
			""")
	void tellsHowLongToWaitIfItIsTooLong(String parameters, String header, int seconds) {
		long chat = ++this.chat;
		this.telegram.simulator().script(flood(parameters, header));
		assertThatExceptionOfType(TooManyRequestsException.class)
			.isThrownBy(() -> this.bot.blockingApi().sendMessage(SendMessage.of(chat, "Hi")))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(seconds(seconds)));
		TooManyRequestsException next = catchThrowableOfType(TooManyRequestsException.class,
				() -> this.bot.blockingApi().sendMessage(SendMessage.of(chat, "Hi")));
		assertThat(next.retryAfter()).isBetween(seconds(1), seconds(seconds));
		assertThat(times("sendMessage", (request) -> isTo(request, chat))).as("another would be refused as well")
			.hasSize(1);
	}

	@Test
	void othersWaitInOrderBehindTheOneThatWasRefusedAndOtherChatsDoNot() {
		long chat = ++this.chat;
		this.telegram.simulator().script(ScriptedFault.on("sendMessage").retryAfter(3).build());
		List<CompletableFuture<?>> calls = new ArrayList<>();
		calls.add(this.bot.api().sendMessage(SendMessage.of(chat, "0")).toFuture());
		await().until(() -> times("sendMessage", (request) -> isTo(request, chat)).size() == 1);
		for (int i = 1; i < 10; i++) {
			calls.add(this.bot.api().sendMessage(SendMessage.of(chat, "" + i)).toFuture());
		}
		this.bot.blockingApi().sendMessage(SendMessage.of(++this.chat, "Hi"));
		assertThat(calls).noneMatch(CompletableFuture::isDone);
		assertThat(times("sendMessage", (request) -> isTo(request, chat))).hasSize(1);
		CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
		assertThat(times("sendMessage", (request) -> isTo(request, chat))).as("none was refused of its own")
			.hasSize(11);
		assertThat(texts(chat)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
	}

	@Test
	void replyWaitsWithoutHoldingUpOtherChats() {
		long chat = ++this.chat;
		long other = ++this.chat;
		this.telegram.simulator().script(ScriptedFault.on("sendMessage").retryAfter(3).build());
		this.telegram.peer().write(chat, "first");
		await().until(() -> times("sendMessage", (request) -> isTo(request, chat)).size() == 1);
		this.telegram.peer().write(other, "second");
		await().untilAsserted(() -> assertThat(texts(other)).contains("You said: second"));
		assertThat(texts(chat)).containsExactly("first");
		await().untilAsserted(() -> assertThat(texts(chat)).contains("You said: first"));
		await().until(() -> this.telegram.peer().pending() == 0);
	}

	@Test
	void paceIsKeptWithoutHoldingASlotOfCalls() {
		long chat = ++this.chat;
		try (RunningBot bot = this.telegram.settings("socks5")
			.with("telegram.flood.pacing", true)
			.with("telegram.http.max-concurrent-calls", 1)
			.run()) {
			List<CompletableFuture<?>> calls = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				calls.add(bot.api().sendMessage(SendMessage.of(chat, "" + i)).toFuture());
			}
			bot.blockingApi().getChat(GetChat.of(42));
			bot.blockingApi().sendMessage(SendMessage.of(++this.chat, "Hi"));
			assertThat(calls.get(3)).isNotDone();
			CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
			List<Instant> times = times("sendMessage", (request) -> isTo(request, chat));
			// They have left three seconds apart, but the first can have taken longer
			assertThat(Duration.between(times.get(0), times.get(3))).isGreaterThan(Duration.ofMillis(1500));
			assertThat(texts(chat)).containsExactly("0", "1", "2", "3");
		}
	}

	private static ScriptedFault flood(String parameters, @Nullable String header) {
		ScriptedFaultBuilder fault = ScriptedFault.on("sendMessage")
			.status(429)
			.body("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\",\"parameters\":%s}"
				.formatted(parameters));
		return ((header != null) ? fault.header("Retry-After", header) : fault).build();
	}

	private List<String> texts(long chat) {
		return this.telegram.peer().transcript(chat).stream().map((message) -> message.get("text").asString()).toList();
	}

	private List<Duration> gaps(String method, Predicate<RecordedRequest> which) {
		List<Instant> times = times(method, which);
		List<Duration> gaps = new ArrayList<>();
		for (int i = 1; i < times.size(); i++) {
			gaps.add(Duration.between(times.get(i - 1), times.get(i)));
		}
		return gaps;
	}

	private List<Instant> times(String method, Predicate<RecordedRequest> which) {
		return this.telegram.simulator()
			.requests()
			.stream()
			.filter((request) -> request.method().equals(method) && which.test(request))
			.map(RecordedRequest::time)
			.toList();
	}

	private static boolean isTo(RecordedRequest request, long chat) {
		return String.valueOf(chat).equals(request.parameters().get("chat_id"));
	}

	private static Duration elapsed(long began) {
		return Duration.ofNanos(System.nanoTime() - began);
	}

	private static Duration seconds(int seconds) {
		return Duration.ofSeconds(seconds);
	}

}
