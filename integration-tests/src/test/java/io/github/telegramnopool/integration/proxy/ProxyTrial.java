// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.awaitility.core.ConditionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * An application behind a proxy, with a Telegram whose name only the proxy resolves.
 */
final class ProxyTrial implements AutoCloseable {

	static final String WORKS = "works";

	/**
	 * Of each {@link RequestNotSentException} of the poller's first call.
	 */
	static final String PREFIX = "getMe: not sent ";

	private final ProxyContainer container;

	private final RealProxy proxy;

	private final TelegramSimulator simulator;

	private final SimulatedBot peer;

	ProxyTrial(ProxyContainer container, RealProxy proxy) {
		this.container = container;
		this.proxy = proxy;
		String address = container.hostAddress();
		this.simulator = TelegramSimulator.builder()
			.host(address)
			.names(ProxyContainer.API_HOST, address)
			.build()
			.start();
		this.peer = this.simulator.bot(RunningBot.ID);
	}

	/**
	 * Try what is expected to work or to fail.
	 * @return what came of it
	 */
	String of(ProxyCase proxyCase) {
		if (!proxyCase.succeedsWith(this.proxy)) {
			return refusal(proxyCase);
		}
		if (proxyCase == ProxyCase.RESTART) {
			goOnAfterARestart();
		}
		else {
			converse();
		}
		return WORKS;
	}

	private void converse() {
		try (RunningBot bot = settings(this.container.url(this.proxy), targetHost(), this.simulator.tlsPort())
			.run(EchoBot.class)) {
			this.peer.write(42, "/start me");
			this.peer.write(42, "Hi");
			patiently().untilAsserted(() -> assertThat(this.peer.transcript(42)).hasSize(4));
			assertThat(bot.blockingApi().getMe().id()).isEqualTo(RunningBot.ID);
		}
		assertThat(this.simulator.connections()).hasSizeGreaterThan(4)
			.allMatch((connection) -> connection.requests() <= 1);
		// Every connection was a tunnel of this proxy, none came another way
		patiently().untilAsserted(() -> assertThat(this.container.tunnels()).as(this.container::accessLog)
			.filteredOn((target) -> target.endsWith(":" + this.simulator.tlsPort()))
			.hasSameSizeAs(this.simulator.connections())
			.containsOnly(recordedTarget()));
	}

	private void goOnAfterARestart() {
		try (RunningBot bot = settings(this.container.url(this.proxy), targetHost(), this.simulator.tlsPort())
			.run(EchoBot.class)) {
			this.peer.write(42, "before");
			patiently().untilAsserted(() -> assertThat(this.peer.transcript(42)).hasSize(2));
			this.container.kill();
			this.peer.write(42, "meanwhile");
			patiently().until(() -> bot.status().state() == PollerState.FAILING);
			this.container.revive();
			patiently().untilAsserted(() -> assertThat(this.peer.transcript(42))
				.as(() -> bot.status() + "\n" + this.container.accessLog())
				.hasSize(4));
			this.peer.write(42, "after");
			patiently().untilAsserted(() -> assertThat(this.peer.transcript(42)).hasSize(6));
			assertThat(this.peer.transcript(42)).map((message) -> message.path("text").asString())
				.containsExactly("before", "You said: before", "meanwhile", "You said: meanwhile", "after",
						"You said: after");
		}
	}

	private String refusal(ProxyCase proxyCase) {
		String url = switch (proxyCase) {
			case WRONG_CREDENTIALS -> this.container.urlWithWrongPassword(this.proxy);
			case MISSING_CREDENTIALS -> this.container.urlWithoutPassword(this.proxy);
			default -> this.container.url(this.proxy);
		};
		String host = (proxyCase == ProxyCase.UNKNOWN_NAME) ? "unknown.test" : targetHost();
		int port = (proxyCase == ProxyCase.REFUSED_PORT) ? ClosedPort.on(this.container.hostAddress())
				: this.simulator.tlsPort();
		try (RunningBot bot = settings(url, host, port).run(EchoBot.class)) {
			patiently().until(() -> bot.status().lastFailure() != null);
			String message = String.valueOf(bot.status().lastFailure());
			// Another failure would be tried again and again
			if (message.contains("refused the credentials")) {
				assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> bot.blockingApi().getMe())
					.withMessage(message);
			}
			assertThat(message).startsWith(PREFIX).doesNotContain(ProxyContainer.WRONG_PASSWORD, RunningBot.TOKEN);
			assertThat(this.simulator.connections()).isEmpty();
			return shortened(message, port);
		}
	}

	/**
	 * Without what differs from run to run, the proxy itself told by an ellipsis.
	 */
	private String shortened(String message, int port) {
		InetSocketAddress address = this.container.address(this.proxy);
		String named = "%s proxy %s:%d".formatted(this.proxy.protocol(), address.getHostString(), address.getPort());
		return message.substring(PREFIX.length())
			.replace(named, "…")
			.replace(":" + port, ":443")
			.replace(this.container.hostAddress(), "192.0.2.1");
	}

	private RunningBot.Settings settings(String proxyUrl, String host, int port) {
		return RunningBot.settings()
			.trusting(this.simulator)
			.with("telegram.base-url", "https://" + host + ":" + port)
			.with("telegram.proxy.url", proxyUrl)
			.with("telegram.http.hedge-after", 0);
	}

	private String targetHost() {
		return this.proxy.takesNames() ? ProxyContainer.API_HOST : this.container.hostAddress();
	}

	private String recordedTarget() {
		boolean named = this.proxy.program().log() != ProxyProgram.Log.ADDRESSES;
		return (named ? ProxyContainer.API_HOST : this.container.hostAddress()) + ":" + this.simulator.tlsPort();
	}

	private static ConditionFactory patiently() {
		return await().atMost(Duration.ofSeconds(30));
	}

	@Override
	public void close() {
		this.simulator.close();
	}

}
