package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GetUpdatesTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final SimulatedBot bot = this.simulator.bot(42);

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void servesUntilConfirmed() {
		long first = this.bot.write(7, "one");
		long second = this.bot.write(7, "two");
		assertThat(ids(this.calls.result("getUpdates"))).isEqualTo("[%d, %d]".formatted(first, second));
		assertThat(ids(this.calls.result("getUpdates?offset=" + second))).isEqualTo("[%d]".formatted(second));
		assertThat(this.bot.confirmed()).isEqualTo(first);
		assertThat(this.bot.served()).isEqualTo(second);
		assertThat(this.bot.pending()).isEqualTo(1);
	}

	@Test
	void firstIdLiesWhereTelegramPutsItAndFollowsTheSeed() {
		assertThat(this.bot.write(7, "x")).isBetween(2_000_001L, 1_000_000_000L);
		TelegramSimulator one = TelegramSimulator.builder().seed(5).build();
		TelegramSimulator other = TelegramSimulator.builder().seed(5).build();
		assertThat(one.bot(1).write(7, "x")).isEqualTo(other.bot(1).write(7, "x"));
	}

	@Test
	void longPollWakesWithinMillisecondsAndServesWhatComesTogether() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		long start = System.nanoTime();
		this.bot.write(7, "one");
		JsonNode answer = BotCalls.json(poll.get(5, TimeUnit.SECONDS));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(answer.get("result").size()).isEqualTo(1);
		assertThat(this.simulator.polls()).isZero();
	}

	@Test
	void longPollEndsEmptyAfterItsTimeout() {
		long start = System.nanoTime();
		assertThat(this.calls.result("getUpdates?timeout=1").size()).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(990),
				Duration.ofSeconds(3));
	}

	@Test
	void sameOffsetAgainWithinThreeSecondsWaitsThree() {
		this.calls.result("getUpdates?timeout=0");
		long start = System.nanoTime();
		assertThat(this.calls.result("getUpdates?timeout=0").size()).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(2900),
				Duration.ofSeconds(15));
	}

	@Test
	void sameOffsetAgainWithinHalfASecondIsServedOneUpdate() {
		this.bot.write(7, "one");
		this.bot.write(7, "two");
		assertThat(this.calls.result("getUpdates").size()).isEqualTo(2);
		assertThat(this.calls.result("getUpdates").size()).isEqualTo(1);
	}

	@Test
	void newerPollEndsTheOlderAtOnce() throws Exception {
		CompletableFuture<HttpResponse<String>> older = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		CompletableFuture<HttpResponse<String>> newer = this.calls.begin("getUpdates?timeout=30&offset=5");
		HttpResponse<String> conflict = older.get(5, TimeUnit.SECONDS);
		assertThat(conflict.statusCode()).isEqualTo(409);
		assertThat(BotCalls.json(conflict).get("description").stringValue())
			.isEqualTo("Conflict: terminated by other getUpdates request; "
					+ "make sure that only one bot instance is running");
		this.bot.write(7, "one");
		assertThat(newer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
		assertThat(this.simulator.maxPolls()).isEqualTo(2);
		assertThat(this.bot.maxPolls()).isEqualTo(2);
	}

	@Test
	void secondConflictWithinThreeSecondsIsAnsweredThreeSecondsLater() {
		this.calls.call("setWebhook?url=https://bot.example/hook");
		assertThat(this.calls.call("getUpdates").statusCode()).isEqualTo(409);
		long start = System.nanoTime();
		HttpResponse<String> second = this.calls.call("getUpdates");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(2900),
				Duration.ofSeconds(15));
		assertThat(second.body()).contains("Conflict: can't use getUpdates method while webhook is active; "
				+ "use deleteWebhook to delete the webhook first");
	}

	@Test
	void pollThatIsServedAtOnceLeavesTheWaitingOneAlone() throws Exception {
		CompletableFuture<HttpResponse<String>> waiting = this.calls.begin("getUpdates?timeout=2");
		await().until(() -> this.simulator.polls() == 1);
		assertThat(this.calls.call("getUpdates?offset=1&timeout=0").statusCode()).isEqualTo(200);
		assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
	}

	@Test
	void setWebhookEndsThePoll() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		assertThat(this.calls.call("setWebhook?url=https://bot.example/hook").body()).contains("Webhook was set");
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).contains("Conflict: terminated by setWebhook request");
		assertThat(this.calls.result("getWebhookInfo").get("url").stringValue()).isEqualTo("https://bot.example/hook");
		assertThat(this.calls.call("deleteWebhook").body()).contains("Webhook was deleted");
		assertThat(this.calls.call("deleteWebhook").body()).contains("Webhook is already deleted");
		assertThat(this.calls.call("getUpdates").statusCode()).isEqualTo(200);
	}

	@Test
	void pollOfAClientThatWentAwayCountsNoLongerAndLosesNothing() throws Exception {
		try (RawConnection connection = RawConnection.to(this.simulator.port())) {
			connection.write("GET " + this.calls.path("getUpdates?timeout=30") + " HTTP/1.1\r\nHost: x\r\n\r\n");
			await().until(() -> this.simulator.polls() == 1);
		}
		await().until(() -> this.simulator.polls() == 0);
		long id = this.bot.write(7, "one");
		await().until(() -> this.bot.served() == id);
		assertThat(ids(this.calls.result("getUpdates?offset=1"))).isEqualTo("[%d]".formatted(id));
	}

	@Test
	void allowedUpdatesFilterWhenAnUpdateIsCreatedAndPersist() {
		long queued = this.bot.write(7, "before");
		this.calls.call("getUpdates?offset=1&allowed_updates=" + BotCalls.encode("[\"Callback_Query\",\"nonsense\"]"));
		assertThat(this.bot.write(7, "after")).isZero();
		assertThat(this.bot.push("{\"callback_query\":{\"id\":\"1\"}}")).isEqualTo(queued + 1);
		assertThat(ids(this.calls.result("getUpdates?offset=2"))).isEqualTo("[%d, %d]".formatted(queued, queued + 1));
		this.calls.call("getUpdates?offset=3&allowed_updates=not-json");
		assertThat(this.bot.write(7, "still")).isZero();
		this.calls.call("getUpdates?offset=4&allowed_updates=[]");
		assertThat(this.bot.write(7, "again")).isPositive();
		assertThat(this.bot.push("{\"chat_member\":{}}")).isZero();
		assertThat(this.bot.push("{\"a_kind_of_tomorrow\":{}}")).isPositive();
	}

	@Test
	void testEnvironmentHasAQueueOfItsOwn() {
		this.simulator.testBot(42).write(7, "test");
		assertThat(this.calls.result("getUpdates").size()).isZero();
		assertThat(this.calls.result("test/getUpdates").size()).isEqualTo(1);
	}

	private static String ids(JsonNode updates) {
		return updates.valueStream().map((update) -> update.get("update_id").longValue()).toList().toString();
	}

}
