// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WebhookDeliveryTests {

	@AutoClose
	private final TelegramSimulator simulator = TelegramSimulator.builder().localWebhooks().build().start();

	@AutoClose
	private final HookServer hook = new HookServer();

	private final SimulatedBot bot = this.simulator.bot(42);

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@Test
	@DisplayName("WebhookActor::send_update: an update is posted as JSON, with these headers and no others")
	void postsAnUpdate() {
		set("&secret_token=s-1");
		long id = this.bot.write(7, "hi");
		await().until(() -> this.bot.pending() == 0);
		HookServer.Received received = this.hook.received().get(0);
		assertThat(received.line()).isEqualTo("POST /hook?a=b");
		assertThat(received.body()).startsWith("{\"update_id\":" + id + ",\n\"message\":{");
		assertThat(received.headers().names()).extracting(String::toLowerCase)
			.containsExactlyInAnyOrder("host", "x-telegram-bot-api-secret-token", "content-type", "content-length",
					"connection", "accept-encoding");
		assertThat(received.headers().get("host")).isEqualTo("127.0.0.1:" + this.hook.port());
		assertThat(received.headers().get("x-telegram-bot-api-secret-token")).isEqualTo("s-1");
		assertThat(received.headers().get("content-type")).isEqualTo("application/json");
		assertThat(received.headers().get("connection")).isEqualTo("keep-alive");
		assertThat(received.headers().get("accept-encoding")).isEqualTo("gzip, deflate");
		assertThat(this.bot.confirmed()).isEqualTo(id);
		assertThat(this.bot.served()).isEqualTo(id);
		assertThat(info().get("ip_address").stringValue()).isEqualTo("127.0.0.1");
	}

	@Test
	@DisplayName("WebhookActor::send_update: user and password of the URL go into a header")
	void sendsTheUsersPassword() {
		this.calls.call("setWebhook?url=http://me:secret@127.0.0.1:" + this.hook.port());
		this.bot.write(7, "hi");
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.hook.received().get(0).headers().get("authorization"))
			.isEqualTo("Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes()));
	}

	@Test
	@DisplayName("WebhookActor::load_updates: what waited before the webhook was set is delivered, over one connection")
	void deliversWhatWaited() {
		for (int i = 0; i < 200; i++) {
			this.bot.write(7, String.valueOf(i));
		}
		set("");
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.hook.texts()).hasSize(200).startsWith("0", "1", "2").endsWith("198", "199");
		assertThat(this.hook.connections()).isEqualTo(1);
	}

	@Test
	@DisplayName("WebhookActor::drop_event: updates of one chat come one after the other, those of others meanwhile")
	void keepsTheOrderOfAChatOnly() {
		set("");
		this.bot.write(9, "warm up");
		await().until(() -> this.bot.pending() == 0);
		Sinks.Empty<HookServer.Answer> release = Sinks.empty();
		this.hook.answers = (update) -> update.text().equals("a1") ? release.asMono().thenReturn(HookServer.OK)
				: Mono.just(HookServer.OK);
		this.bot.write(7, "a1");
		this.bot.write(7, "a2");
		this.bot.write(8, "b1");
		await().until(() -> this.hook.texts().contains("b1"));
		assertThat(this.hook.texts()).doesNotContain("a2");
		assertThat(this.bot.pending()).isGreaterThanOrEqualTo(2);
		release.tryEmitEmpty();
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.hook.texts()).endsWith("a2");
	}

	@Test
	@DisplayName("WebhookActor::create_new_connections: no more requests at a time than max_connections")
	void usesNoMoreConnectionsThanAllowed() {
		set("&max_connections=2");
		this.bot.write(9, "warm up");
		await().until(() -> this.bot.pending() == 0);
		Sinks.Empty<HookServer.Answer> release = Sinks.empty();
		this.hook.answers = (update) -> release.asMono().thenReturn(HookServer.OK);
		for (int chat = 1; chat <= 4; chat++) {
			this.bot.write(chat, "x");
		}
		await().until(() -> this.hook.received().size() == 3);
		assertThat(this.hook.connections()).isEqualTo(2);
		release.tryEmitEmpty();
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.hook.connections()).isEqualTo(2);
	}

	@Test
	@DisplayName("WebhookActor::create_new_connections: one connection until an update was taken")
	void opensOneConnectionToAWebhookThatHasTakenNothing() {
		Sinks.Empty<HookServer.Answer> release = Sinks.empty();
		this.hook.answers = (update) -> release.asMono().thenReturn(HookServer.OK);
		for (int chat = 1; chat <= 4; chat++) {
			this.bot.write(chat, "x");
		}
		set("");
		await().until(() -> this.hook.received().size() == 1);
		this.simulator.clock().advance(Duration.ofSeconds(5));
		assertThat(this.hook.connections()).isEqualTo(1);
		release.tryEmitEmpty();
		await().until(() -> this.bot.pending() == 0);
	}

	@Test
	@DisplayName("WebhookActor::on_update_error: again at once, then after 2, 4, 8 seconds")
	void triesAgainLaterEachTime() {
		AtomicInteger tries = new AtomicInteger();
		this.hook.answers = (update) -> Mono.just(HookServer.status(499 + tries.incrementAndGet()));
		set("");
		this.bot.write(7, "hi");
		awaitError("Wrong response from the webhook: 501 Not Implemented");
		for (int delay = 2, count = 3; delay <= 32; delay *= 2, count++) {
			this.simulator.clock().advance(Duration.ofSeconds(delay).minusMillis(1500));
			assertThat(tries).hasValue(count - 1);
			this.simulator.clock().advance(Duration.ofMillis(1500));
			awaitError("Wrong response from the webhook: " + (499 + count));
		}
		assertThat(info().get("last_error_date").longValue()).isPositive();
		assertThat(this.bot.pending()).isEqualTo(1);
		this.hook.answer(HookServer.OK);
		this.simulator.clock().advance(Duration.ofSeconds(120));
		await().until(() -> this.bot.pending() == 0);
		assertThat(info().has("last_error_message")).isTrue();
	}

	/**
	 * The time until the next try runs from then on.
	 */
	private void awaitError(String beginning) {
		await().until(() -> info().path("last_error_message").asString("").startsWith(beginning));
	}

	@Test
	@DisplayName("WebhookActor::on_update_error: Retry-After takes the place of the delay")
	void waitsAsLongAsAsked() {
		this.hook.answer(new HookServer.Answer(429, Map.of("Retry-After", "30"), ""));
		set("");
		this.bot.write(7, "hi");
		await().until(() -> this.hook.received().size() == 1 && info().has("last_error_date"));
		this.simulator.clock().advance(Duration.ofSeconds(28));
		assertThat(this.hook.received()).hasSize(1);
		this.simulator.clock().advance(Duration.ofSeconds(2));
		await().until(() -> this.hook.received().size() == 2);
	}

	@Test
	@DisplayName("WebhookActor::on_update_error: an update that would expire before the next try is dropped")
	void dropsWhatExpires() {
		this.hook.answer(new HookServer.Answer(503, Map.of("Retry-After", "100"), ""));
		set("");
		this.bot.push("{\"inline_query\":{\"id\":\"1\",\"from\":{\"id\":7}}}");
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.hook.received()).hasSize(1);
		assertThat(this.bot.confirmed()).isZero();
	}

	@Test
	@DisplayName("WebhookActor::handle: a webhook that answers 410 for 23 hours is removed")
	void removesAWebhookThatIsGone() {
		this.hook.answer(HookServer.status(410));
		set("");
		this.bot.write(7, "hi");
		await().until(() -> this.hook.received().size() == 2);
		this.simulator.clock().advance(Duration.ofHours(22));
		await().until(() -> this.hook.received().size() == 3);
		assertThat(info().get("url").stringValue()).isNotEmpty();
		this.simulator.clock().advance(Duration.ofMinutes(61));
		await().until(() -> info().get("url").stringValue().isEmpty());
		assertThat(info().has("last_error_date")).isFalse();
		assertThat(this.calls.result("getUpdates").size()).isEqualTo(1);
	}

	@Test
	@DisplayName("WebhookActor::handle: the answer may hold a call, whose own answer nobody sees")
	void executesTheCallInAnAnswer() {
		this.hook.answer(new HookServer.Answer(200, Map.of("Content-Type", "application/json"),
				"{\"method\":\"sendmessage\",\"chat_id\":7,\"text\":\"answered\"}"));
		set("");
		this.bot.write(7, "hi");
		await().until(() -> this.simulator.executed("sendMessage") == 1);
		assertThat(texts(this.bot.transcript(7))).containsExactly("hi", "answered");
		this.hook.answer(new HookServer.Answer(200, Map.of("Content-Type", "application/x-www-form-urlencoded"),
				"method=sendMessage&chat_id=7&text=by+form"));
		this.bot.write(7, "hi");
		await().until(() -> this.simulator.executed("sendMessage") == 2);
		this.hook.answer(new HookServer.Answer(200, Map.of("Content-Type", "multipart/form-data; boundary=b"),
				new Form().text("method", "sendDocument")
					.text("chat_id", "7")
					.file("document", "a.txt", "x")
					.toString()));
		this.bot.write(7, "hi");
		await().until(() -> this.simulator.executed("sendDocument") == 1);
		assertThat(this.bot.storedFiles()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "getMe", "GETUPDATES", "setWebhook", "deleteWebhook", "close", "logOut" })
	@DisplayName("WebhookActor::handle: some methods are not executed")
	void executesNotEveryCall(String method) {
		this.hook.answer(new HookServer.Answer(200, Map.of("Content-Type", "application/json"),
				"{\"method\":\"" + method + "\"}"));
		set("");
		this.bot.write(7, "hi");
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.simulator.executed(method)).isEqualTo(method.equals("setWebhook") ? 1 : 0);
		assertThat(info().get("url").stringValue()).isEqualTo(this.hook.url());
	}

	@Test
	@DisplayName("WebhookActor::on_connection_error: why no connection was had is told")
	void tellsWhyThereIsNoConnection() {
		set("");
		this.hook.close();
		this.bot.write(7, "hi");
		await().until(() -> info().has("last_error_message"));
		assertThat(info().get("last_error_message").stringValue()).isEqualTo("Connection refused");
		assertThat(this.bot.pending()).isEqualTo(1);
	}

	@Test
	@DisplayName("HttpConnectionBase::timeout_expired: 60 seconds without an answer are a failure")
	void waitsAMinuteForAnAnswer() {
		this.hook.answers = (update) -> Mono.never();
		set("");
		this.bot.write(7, "hi");
		await().until(() -> this.hook.received().size() == 1);
		this.hook.answer(HookServer.OK);
		this.simulator.clock().advance(Duration.ofSeconds(61));
		await().until(() -> this.bot.pending() == 0);
		assertThat(info().get("last_error_message").stringValue()).isEqualTo("Read timeout expired");
	}

	@Test
	@DisplayName("WebhookActor::resolve_ip_address: a name that nobody knows is refused")
	void refusesAnUnknownName() {
		assertThat(this.calls.call("setWebhook?url=http://no-such-host.invalid/").body())
			.contains("Bad Request: bad webhook: Failed to resolve host: Name or service not known");
		assertThat(info().get("url").stringValue()).isEmpty();
	}

	@Test
	@DisplayName("Client::on_closed: nothing is delivered from close to the next call")
	void deliversNothingWhileTheBotIsClosed() {
		set("");
		this.calls.call("close");
		this.bot.write(7, "hi");
		this.simulator.clock().advance(Duration.ofSeconds(5));
		assertThat(this.hook.received()).isEmpty();
		this.calls.call("getMe");
		await().until(() -> this.bot.pending() == 0);
		this.calls.call("logOut");
		this.simulator.clock().advance(Duration.ofHours(1));
		assertThat(info().get("url").stringValue()).isEmpty();
	}

	@Test
	void goesOnWhenTheSimulatorIsStartedAgain() {
		set("");
		this.simulator.stop();
		this.bot.write(7, "hi");
		this.simulator.start();
		await().until(() -> this.bot.pending() == 0);
		assertThat(this.hook.texts()).containsExactly("hi");
	}

	@Test
	@DisplayName("process_set_webhook_query: a webhook that is deleted gets nothing more")
	void deliversNothingToADeletedWebhook() {
		this.hook.answer(HookServer.status(500));
		set("");
		this.bot.write(7, "hi");
		await().until(() -> this.hook.received().size() == 2);
		this.calls.call("deleteWebhook");
		this.simulator.clock().advance(Duration.ofMinutes(5));
		assertThat(this.calls.result("getUpdates").size()).isEqualTo(1);
		assertThat(this.hook.received()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1,true,''", "127.0.0.1,false,certificate verify failed",
			"elsewhere.test,true,certificate verify failed" })
	@DisplayName("WebhookActor::create_ssl_stream: the certificate has to be the uploaded one, or known, and fit the name")
	void verifiesTheCertificate(String name, boolean uploaded, String error) {
		ServerCertificate certificate = ServerCertificate.issue(List.of(name));
		try (HookServer secure = new HookServer(certificate.identity())) {
			Form form = new Form().text("url", secure.url());
			if (uploaded) {
				form.file("certificate", "c.pem", pem(certificate));
			}
			assertThat(form.post(this.calls, "setWebhook").body()).contains("Webhook was set");
			assertThat(info().get("has_custom_certificate").booleanValue()).isEqualTo(uploaded);
			this.bot.write(7, "hi");
			await().until(() -> this.bot.pending() == 0 || info().has("last_error_message"));
			assertThat(info().path("last_error_message").asString("")).contains(error);
			assertThat(secure.received()).hasSize(error.isEmpty() ? 1 : 0);
		}
	}

	@Test
	@DisplayName("ClientParameters::local_mode_: a local server takes any address, and more connections")
	void localServerTakesAnyAddress() {
		try (TelegramSimulator local = TelegramSimulator.builder().localServer().build().start()) {
			BotCalls localCalls = new BotCalls(local, 42);
			localCalls.call("setWebhook?url=" + BotCalls.encode(this.hook.url()));
			assertThat(localCalls.result("getWebhookInfo").get("max_connections").intValue()).isEqualTo(100);
			local.bot(42).write(7, "hi");
			await().until(() -> local.bot(42).pending() == 0);
		}
	}

	@Test
	void historyTellsOfWebhooks() {
		List<HistoryEvent> events = new CopyOnWriteArrayList<>();
		try (TelegramSimulator told = TelegramSimulator.builder()
			.localWebhooks()
			.history(events::add)
			.build()
			.start()) {
			new BotCalls(told, 42).call("setWebhook?url=" + BotCalls.encode(this.hook.url()));
			long id = told.bot(42).write(7, "hi");
			await().until(() -> told.bot(42).pending() == 0);
			assertThat(events).contains(new HistoryEvent.Served(42, List.of(id)), new HistoryEvent.Confirmed(42, id));
		}
	}

	private void set(String more) {
		assertThat(this.calls.call("setWebhook?url=" + BotCalls.encode(this.hook.url()) + more).body())
			.contains("Webhook was set");
	}

	private JsonNode info() {
		return this.calls.result("getWebhookInfo");
	}

	private static List<String> texts(List<JsonNode> messages) {
		return messages.stream().map((message) -> message.get("text").stringValue()).toList();
	}

	private static String pem(ServerCertificate certificate) {
		try {
			return "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder().encodeToString(certificate.authority().getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		}
		catch (CertificateEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
