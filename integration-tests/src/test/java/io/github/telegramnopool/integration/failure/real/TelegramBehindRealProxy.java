// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.time.Duration;

import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.proxy.ProxyContainer;
import io.github.telegramnopool.integration.proxy.ProxyProgram;
import io.github.telegramnopool.integration.proxy.RealProxy;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.jspecify.annotations.Nullable;

/**
 * A Telegram whose name only the real proxy in front of it resolves, or another proxy
 * behind that one.
 */
final class TelegramBehindRealProxy implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(1);

	private static final Duration PROXY = Duration.ofSeconds(1);

	private static final Duration TLS = Duration.ofSeconds(2);

	private final RealProxy protocol;

	private final ProxyContainer proxy;

	private final @Nullable ProxyContainer next;

	private final TelegramSimulator simulator;

	private TelegramBehindRealProxy(RealProxy protocol, ProxyContainer proxy, @Nullable ProxyContainer next) {
		this.protocol = protocol;
		this.proxy = proxy;
		this.next = next;
		String address = proxy.hostAddress();
		this.simulator = TelegramSimulator.builder()
			.host(address)
			.names(ProxyContainer.API_HOST, address)
			.build()
			.start();
	}

	/**
	 * Open a proxy that reaches Telegram by itself; v2ray, as is its purpose, through a
	 * SOCKS proxy elsewhere.
	 */
	static TelegramBehindRealProxy through(RealProxy proxy) {
		if (proxy.program() != ProxyProgram.V2RAY) {
			return through(proxy, ProxyContainer.open(proxy.program()));
		}
		ProxyContainer next = ProxyContainer.open(ProxyProgram.MICROSOCKS);
		return new TelegramBehindRealProxy(proxy, ProxyContainer.inFrontOf(next, RealProxy.MICROSOCKS, proxy.program()),
				next);
	}

	static TelegramBehindRealProxy through(RealProxy protocol, ProxyContainer proxy) {
		return new TelegramBehindRealProxy(protocol, proxy, null);
	}

	/**
	 * Open a proxy with haproxy in front of it, which cuts what is idle.
	 */
	static TelegramBehindRealProxy throughHaproxyAnd(RealProxy proxy) {
		ProxyContainer next = ProxyContainer.open(proxy.program());
		return new TelegramBehindRealProxy(proxy, ProxyContainer.inFrontOf(next, proxy, ProxyProgram.HAPROXY), next);
	}

	ProxyContainer proxy() {
		return this.proxy;
	}

	/**
	 * Whether the proxy hands everything on to something that can fail by itself: another
	 * proxy, or the sshd to which {@code ssh -D} has connected.
	 */
	boolean hasNext() {
		return this.next != null || isSsh();
	}

	/**
	 * Let what is behind the proxy keep its connections and do nothing.
	 */
	void stallNext() {
		if (this.next != null) {
			this.next.pause();
		}
		else {
			signalSshd("STOP");
		}
	}

	void resumeNext() {
		if (this.next != null) {
			this.next.unpause();
		}
		else {
			signalSshd("CONT");
		}
	}

	/**
	 * End what is behind the proxy. An {@code ssh} ends with it.
	 */
	void killNext() {
		if (this.next != null) {
			this.next.kill();
		}
		else {
			signalSshd("KILL");
		}
	}

	void reviveNext() {
		((this.next != null) ? this.next : this.proxy).revive();
	}

	/**
	 * To the process that carries the tunnels, not to the one that listens for clients.
	 */
	private void signalSshd(String name) {
		this.proxy.execute("pkill -%s -f '^sshd: root'".formatted(name));
	}

	private boolean isSsh() {
		return this.protocol.program() == ProxyProgram.SSH;
	}

	TelegramSimulator simulator() {
		return this.simulator;
	}

	RunningBot.Settings settings() {
		return settings(this.proxy.url(this.protocol));
	}

	RunningBot.Settings settings(String proxyUrl) {
		return RunningBot.settings()
			.reaching(this.simulator, ProxyContainer.API_HOST)
			.with("telegram.proxy.url", proxyUrl)
			.with("telegram.http.connect-timeout", CONNECT)
			.with("telegram.http.proxy-timeout", PROXY)
			.with("telegram.http.tls-timeout", TLS)
			.with("telegram.polling.timeout", "2s");
	}

	/**
	 * Return how many tunnels to this Telegram the proxy has recorded.
	 */
	long tunnels() {
		return this.proxy.tunnels()
			.stream()
			.filter((target) -> target.endsWith(":" + this.simulator.tlsPort()))
			.count();
	}

	/**
	 * What a try that is under way may take until it notices that it is in vain.
	 */
	Duration longestTry() {
		return CONNECT.plus(PROXY).plus(TLS);
	}

	@Override
	public void close() {
		this.simulator.close();
		this.proxy.close();
		if (this.next != null) {
			this.next.close();
		}
	}

}
