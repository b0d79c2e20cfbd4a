// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import io.github.telegramnopool.simulator.FaultSwitch;
import io.github.telegramnopool.simulator.PageSwitch;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * A second echo bot, to compare with: it calls the same simulator the way that most bots
 * do, with {@link PooledClient}. Off until somebody at the chat page asks for it.
 * <p>
 * It has a fault proxy of its own that meets the same faults at the same time, from when
 * it has been answered for the first time.
 */
@Component
@ConditionalOnBooleanProperty("telegram.simulator.enabled")
@ConditionalOnBooleanProperty(name = "telegram.simulator.fault-proxy", matchIfMissing = true)
final class PooledTwin implements PageSwitch, DisposableBean {

	static final long BOT_ID = 1_000_002;

	private static final String OFF = "off";

	private static final String ON = "on";

	private final TelegramSimulator simulator;

	private final FaultSwitch faults;

	private @Nullable Disposable life;

	PooledTwin(TelegramSimulator simulator, FaultSwitch faults) {
		this.simulator = simulator;
		this.faults = faults;
		simulator.addSwitch(this);
	}

	@Override
	public String name() {
		return "pooled-twin";
	}

	@Override
	public List<String> choices() {
		return List.of(OFF, ON);
	}

	@Override
	public synchronized String chosen() {
		return (this.life != null) ? ON : OFF;
	}

	@Override
	public synchronized void choose(String choice) {
		if (choice.equals(OFF)) {
			destroy();
		}
		else if (this.life == null) {
			this.life = live();
		}
	}

	@Override
	public long botId() {
		return BOT_ID;
	}

	@Override
	public synchronized void destroy() {
		if (this.life != null) {
			this.life.dispose();
			this.life = null;
		}
	}

	private Disposable live() {
		return Mono.using(this::startProxy, this::run, this::stopProxy).subscribe();
	}

	private FaultProxy startProxy() {
		FaultProxy proxy = FaultProxy.builder().build().start();
		return proxy.route(PooledClient.HOST, new InetSocketAddress(this.simulator.host(), this.simulator.tlsPort()));
	}

	private Mono<Void> run(FaultProxy proxy) {
		return Mono.using(() -> new PooledClient(BOT_ID, this.simulator.certificate(), proxy),
				(client) -> client.introduce()
					.doOnSuccess((done) -> this.faults.add(proxy))
					.then(client.echo(Duration.ofSeconds(25))),
				PooledClient::close);
	}

	private void stopProxy(FaultProxy proxy) {
		this.faults.remove(proxy);
		proxy.close();
	}

}
