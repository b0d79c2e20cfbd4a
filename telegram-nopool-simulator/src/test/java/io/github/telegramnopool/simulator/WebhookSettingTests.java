// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSettingTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "http://bot.example | bad webhook: An HTTPS URL must be provided for webhook",
					"https://bot.example:8080/x | bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
					"https://127.0.0.1/x | bad webhook: IP address 127.0.0.1 is reserved",
					"https://localhost/x | bad webhook: IP address 127.0.0.1 is reserved",
					"https://10.1.2.3:8443 | bad webhook: IP address 10.1.2.3 is reserved",
					"https://172.31.255.255 | bad webhook: IP address 172.31.255.255 is reserved",
					"https://[::1]/x | bad webhook: IPv6-only addresses are not allowed",
					"https://bot.example&ip_address=10.0.0.1 | bad webhook: IP address 10.0.0.1 is reserved",
					"https://bot.example&ip_address=nonsense | bad webhook: Invalid IP address specified",
					"ftp://bot.example | invalid webhook URL specified", "https:// | invalid webhook URL specified",
					"https://bot.example:0 | invalid webhook URL specified",
					"https://bot.example:70000 | invalid webhook URL specified",
					"https://bot example/ | invalid webhook URL specified", "https://. | invalid webhook URL specified",
					"https://bot.example&secret_token=a%20b | secret token contains unallowed characters" })
	@DisplayName("do_set_webhook, WebhookActor::start_up, check_ip_address: what Telegram could not reach is refused")
	void refusesWhatTelegramCouldNotReach(String url, String detail) {
		HttpResponse<String> response = this.calls.call("setWebhook?url=" + url.replace(" ", "%20"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(BotCalls.json(response).get("description").stringValue()).isEqualTo("Bad Request: " + detail);
		assertThat(info().get("url").stringValue()).isEmpty();
		assertThat(this.calls.call("getUpdates").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "bot.example/x", "HTTPS://Bot.Example:88", "https://172.32.0.1", "https://a:b@bot.example:0443",
			"https://a_b-c.example/?x" })
	@DisplayName("td::parse_url: https is assumed, and the case of the scheme does not matter")
	void acceptsWhatTelegramAccepts(String url) {
		assertThat(set(url)).contains("\"description\":\"Webhook was set\"");
		assertThat(info().get("url").stringValue()).isEqualTo(url);
	}

	@Test
	@DisplayName("process_set_webhook_query: what has come before is told")
	void tellsWhatHasComeBefore() {
		assertThat(this.calls.call("deleteWebhook").body()).contains("Webhook is already deleted");
		assertThat(set("https://bot.example")).contains("Webhook was set");
		assertThat(set("https://bot.example")).contains("Webhook is already set");
		assertThat(set("https://bot.example&max_connections=7")).contains("Webhook was set");
		assertThat(set("https://bot.example&max_connections=7&secret_token=a")).contains("Webhook was set");
		assertThat(set("https://bot.example&max_connections=7&secret_token=a&drop_pending_updates=true"))
			.contains("Webhook was set");
		assertThat(set("")).contains("Webhook was deleted");
		assertThat(this.calls.call("setWebhook").body()).contains("Webhook is already deleted");
	}

	@Test
	@DisplayName("do_set_webhook: a refused URL takes the place of the one before all the same")
	void refusedUrlDeletesTheOneBefore() {
		set("https://bot.example");
		assertThat(set("ftp://bot.example")).contains("invalid webhook URL specified");
		assertThat(info().get("url").stringValue()).isEmpty();
	}

	@Test
	@DisplayName("process_set_webhook_query: a second webhook within a second is refused with 429")
	void secondWebhookInASecondIsRefused() {
		this.calls.call("setWebhook?url=https://one.example");
		HttpResponse<String> second = this.calls.call("setWebhook?url=https://two.example");
		assertThat(second.statusCode()).isEqualTo(429);
		assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(this.calls.call("deleteWebhook").body()).contains("Webhook was deleted");
	}

	@ParameterizedTest
	@CsvSource({ "'',40", "-5,1", "0,1", "1000,100", "77,77" })
	@DisplayName("get_webhook_max_connections: 40 unless set, and from 1 to 100")
	void connectionsAreBounded(String value, int connections) {
		set("https://bot.example&max_connections=" + value);
		assertThat(info().get("max_connections").intValue()).isEqualTo(connections);
	}

	@Test
	@DisplayName("JsonWebhookInfo: fields and their order")
	void infoTellsTheSetting() {
		this.simulator.bot(42).write(7, "hi");
		set("https://bot.example");
		assertThat(info().toString()).isEqualTo("{\"url\":\"https://bot.example\",\"has_custom_certificate\":false,"
				+ "\"pending_update_count\":1,\"max_connections\":40,\"ip_address\":\"<unknown>\"}");
		set("https://bot.example&ip_address=149.154.167.220");
		assertThat(info().get("ip_address").stringValue()).isEqualTo("149.154.167.220");
	}

	@Test
	@DisplayName("do_set_webhook: the secret has 256 characters at most")
	void tooLongASecretIsRefused() {
		assertThat(set("https://bot.example&secret_token=" + "a".repeat(256))).contains("Webhook was set");
		assertThat(set("https://bot.example&secret_token=" + "a".repeat(257)))
			.contains("Bad Request: secret token is too long");
	}

	@Test
	@DisplayName("do_set_webhook: a certificate has 3 MiB at most, and has to be one")
	void badCertificateIsRefused() {
		assertThat(upload("x".repeat(3 * 1024 * 1024 + 1)))
			.contains("Bad Request: certificate size is too big (3145729 bytes)");
		assertThat(upload("nonsense")).contains("Bad Request: bad webhook: Failed to set custom certificate file");
	}

	@Test
	@DisplayName("do_set_webhook: drop_pending_updates forgets what waits")
	void dropsPendingUpdates() {
		this.simulator.bot(42).write(7, "hi");
		set("https://bot.example");
		this.calls.call("deleteWebhook?drop_pending_updates=%20True%20");
		assertThat(this.simulator.bot(42).pending()).isZero();
		this.simulator.bot(42).write(7, "hi");
		set("https://bot.example&drop_pending_updates=yes");
		assertThat(this.simulator.bot(42).pending()).isZero();
	}

	@Test
	void nothingOutsideIsCalled() {
		set("https://bot.example");
		this.simulator.bot(42).write(7, "hi");
		this.simulator.clock().advance(Duration.ofHours(1));
		assertThat(info().has("last_error_date")).isFalse();
		assertThat(this.simulator.bot(42).pending()).isEqualTo(1);
	}

	private String upload(String certificate) {
		this.simulator.clock().advance(Duration.ofSeconds(1));
		return new Form().text("url", "https://bot.example")
			.file("certificate", "c.pem", certificate)
			.post(this.calls, "setWebhook")
			.body();
	}

	private String set(String urlAndMore) {
		this.simulator.clock().advance(Duration.ofSeconds(1));
		return this.calls.call("setWebhook?url=" + urlAndMore).body();
	}

	private JsonNode info() {
		return this.calls.result("getWebhookInfo");
	}

}
