// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
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
	@DisplayName("do_get_updates: an offset forgets what is before it, and nothing else is forgotten")
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
	@DisplayName("TQueue::push: the first id is random from 2,000,001 to 1,000,000,000")
	void firstIdLiesWhereTelegramPutsItAndFollowsTheSeed() {
		assertThat(this.bot.write(7, "x")).isBetween(2_000_001L, 1_000_000_000L);
		TelegramSimulator one = TelegramSimulator.builder().seed(5).build();
		TelegramSimulator other = TelegramSimulator.builder().seed(5).build();
		assertThat(one.bot(1).write(7, "x")).isEqualTo(other.bot(1).write(7, "x"));
	}

	@Test
	@DisplayName("process_get_updates_query: limit lies between 1 and 100")
	void limitLiesBetweenOneAndAHundred() {
		for (int i = 0; i < 101; i++) {
			this.bot.write(7, "x");
		}
		assertThat(this.calls.result("getUpdates?offset=1&limit=1000").size()).isEqualTo(100);
		assertThat(this.calls.result("getUpdates?offset=2&limit=-1").size()).isEqualTo(1);
		assertThat(this.calls.result("getUpdates?offset=3&limit=x").size()).isEqualTo(1);
		assertThat(this.calls.result("getUpdates?offset=4").size()).isEqualTo(100);
	}

	@Test
	@DisplayName("do_get_updates: an offset below zero keeps the last updates and forgets the others")
	void negativeOffsetKeepsTheLast() {
		this.bot.write(7, "one");
		long second = this.bot.write(7, "two");
		assertThat(ids(this.calls.result("getUpdates?offset=-1"))).isEqualTo("[%d]".formatted(second));
		assertThat(this.bot.pending()).isEqualTo(1);
	}

	@Test
	@DisplayName("do_get_updates: an offset below zero forgets when its call comes, not again when it is answered")
	void negativeOffsetForgetsNothingThatComesWhileItWaits() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?offset=-1&timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		synchronized (this.bot) {
			this.bot.write(7, "one");
			this.bot.write(7, "two");
		}
		assertThat(BotCalls.json(poll.get(5, TimeUnit.SECONDS)).get("result").size()).isEqualTo(2);
	}

	@Test
	@DisplayName("long_poll_wakeup: updates that come within 1 ms are served together, 2 ms after the first at most")
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
	@DisplayName("add_update_impl: an update that is not queued wakes nobody")
	void droppedUpdateDoesNotEndAPoll() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		assertThat(this.bot.push("{\"poll\":{\"id\":\"" + "x".repeat(UpdateQueue.MAX_UPDATE_SIZE) + "\"}}")).isZero();
		long id = this.bot.write(7, "one");
		assertThat(ids(BotCalls.json(poll.get(5, TimeUnit.SECONDS)).get("result"))).isEqualTo("[%d]".formatted(id));
	}

	@Test
	@DisplayName("do_get_updates: a poll is answered without updates after its timeout")
	void longPollEndsEmptyAfterItsTimeout() {
		long start = System.nanoTime();
		assertThat(this.calls.result("getUpdates?timeout=1").size()).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(990),
				Duration.ofSeconds(3));
	}

	@Test
	@DisplayName("LONG_POLL_MAX_TIMEOUT: a poll waits 50 seconds at most")
	void pollWaitsFiftySecondsAtMost() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=1000");
		await().until(() -> this.simulator.polls() == 1);
		this.simulator.clock().advance(Duration.ofSeconds(45));
		assertThat(this.simulator.polls()).isEqualTo(1);
		this.simulator.clock().advance(Duration.ofSeconds(5));
		assertThat(BotCalls.json(poll.get(5, TimeUnit.SECONDS)).get("result").size()).isZero();
	}

	@Test
	@DisplayName("process_get_updates_query: the same offset within 3 seconds waits 3 at least")
	void sameOffsetAgainWithinThreeSecondsWaitsThree() throws Exception {
		this.calls.result("getUpdates?timeout=0");
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=0");
		await().until(() -> this.simulator.polls() == 1);
		this.simulator.clock().advance(Duration.ofMillis(1500));
		assertThat(this.simulator.polls()).isEqualTo(1);
		this.simulator.clock().advance(Duration.ofMillis(1500));
		assertThat(BotCalls.json(poll.get(5, TimeUnit.SECONDS)).get("result").size()).isZero();
	}

	@Test
	@DisplayName("process_get_updates_query: the same offset after 3 seconds is answered at once")
	void sameOffsetAfterThreeSecondsDoesNotWait() {
		this.calls.result("getUpdates?timeout=0");
		this.simulator.clock().advance(Duration.ofSeconds(3));
		long start = System.nanoTime();
		this.calls.result("getUpdates?timeout=0");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2900));
	}

	@Test
	@DisplayName("process_get_updates_query: the same offset within half a second is served one update")
	void sameOffsetAgainWithinHalfASecondIsServedOneUpdate() {
		this.bot.write(7, "one");
		this.bot.write(7, "two");
		HttpResponse<String> first = this.calls.call("getUpdates");
		HttpResponse<String> again = this.calls.call("getUpdates");
		assertThat(BotCalls.json(first).get("result").size()).isEqualTo(2);
		assertThat(BotCalls.json(again).get("result").size()).isEqualTo(1);
		this.simulator.clock().advance(Duration.ofMillis(500));
		assertThat(this.calls.result("getUpdates").size()).isEqualTo(2);
	}

	@Test
	@DisplayName("abort_long_poll: a poll that has to wait ends the one before it with 409")
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
	@DisplayName("fail_query_conflict: the next 409 within 3 seconds comes 3 seconds later")
	void secondConflictWithinThreeSecondsIsAnsweredThreeSecondsLater() throws Exception {
		this.calls.call("setWebhook?url=https://bot.example/hook");
		assertThat(this.calls.call("getUpdates").statusCode()).isEqualTo(409);
		CompletableFuture<HttpResponse<String>> second = this.calls.begin("getUpdates");
		await().until(() -> this.simulator.polls() == 1);
		this.simulator.clock().advance(Duration.ofMillis(1500));
		assertThat(this.simulator.polls()).isEqualTo(1);
		this.simulator.clock().advance(Duration.ofMillis(1500));
		assertThat(second.get(5, TimeUnit.SECONDS).body())
			.contains("Conflict: can't use getUpdates method while webhook is active; "
					+ "use deleteWebhook to delete the webhook first");
		this.simulator.clock().advance(Duration.ofSeconds(3));
		assertThat(this.calls.call("getUpdates").statusCode()).isEqualTo(409);
	}

	@Test
	@DisplayName("do_get_updates: a poll that is answered at once leaves the waiting one alone")
	void pollThatIsServedAtOnceLeavesTheWaitingOneAlone() throws Exception {
		CompletableFuture<HttpResponse<String>> waiting = this.calls.begin("getUpdates?timeout=2");
		await().until(() -> this.simulator.polls() == 1);
		assertThat(this.calls.call("getUpdates?offset=1&timeout=0").statusCode()).isEqualTo(200);
		assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("abort_long_poll: setWebhook ends the waiting poll with 409")
	void setWebhookEndsThePoll() throws Exception {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		assertThat(this.calls.call("setWebhook?url=https://bot.example/hook").body()).contains("Webhook was set");
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).contains("Conflict: terminated by setWebhook request");
		assertThat(this.calls.result("getWebhookInfo").get("url").stringValue()).isEqualTo("https://bot.example/hook");
		assertThat(this.calls.call("deleteWebhook").body()).contains("Webhook was deleted");
		assertThat(this.calls.call("getUpdates").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("do_get_updates: a client that goes away does not end its poll, and loses nothing")
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
	@DisplayName("getWebhookInfo disturbs no poll")
	void webhookInfoLeavesThePollAlone() {
		CompletableFuture<HttpResponse<String>> poll = this.calls.begin("getUpdates?timeout=30");
		await().until(() -> this.simulator.polls() == 1);
		assertThat(this.calls.result("getWebhookInfo").toString())
			.isEqualTo("{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}");
		assertThat(poll).isNotDone();
	}

	@Test
	@DisplayName("ClientManager::get_tqueue_id: the test environment has a queue of its own")
	void testEnvironmentHasAQueueOfItsOwn() {
		this.simulator.testBot(42).write(7, "test");
		assertThat(this.calls.result("getUpdates").size()).isZero();
		assertThat(this.calls.result("test/getUpdates").size()).isEqualTo(1);
	}

	private static String ids(JsonNode updates) {
		return updates.valueStream().map((update) -> update.get("update_id").longValue()).toList().toString();
	}

}
