// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.simulator.fault.FaultProxy;

/**
 * The switch by which a person breaks a {@link FaultProxy} and heals it. Several proxies,
 * each of another client's, meet the same fault, so that the clients can be compared.
 *
 * <pre>{@code
 * simulator.addSwitch(new FaultSwitch(proxy));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class FaultSwitch implements PageSwitch {

	private final List<FaultProxy> proxies = new CopyOnWriteArrayList<>();

	private NamedFault chosen = NamedFault.NONE;

	/**
	 * Create a switch for a proxy that is well.
	 * @param proxy the proxy
	 */
	public FaultSwitch(FaultProxy proxy) {
		this.proxies.add(proxy);
	}

	/**
	 * Let another proxy meet the same faults from now on, its live connections included.
	 * @param proxy the proxy
	 */
	public synchronized void add(FaultProxy proxy) {
		this.proxies.add(proxy);
		this.chosen.befall(proxy);
	}

	/**
	 * Leave a proxy alone from now on, as it is.
	 * @param proxy the proxy
	 */
	public synchronized void remove(FaultProxy proxy) {
		this.proxies.remove(proxy);
	}

	@Override
	public String name() {
		return "proxy";
	}

	@Override
	public List<String> choices() {
		return Arrays.stream(NamedFault.values()).map(NamedFault::toString).toList();
	}

	@Override
	public synchronized String chosen() {
		return this.chosen.toString();
	}

	@Override
	public synchronized void choose(String choice) {
		this.chosen = NamedFault.of(choice);
		this.proxies.forEach(this.chosen::befall);
	}

}
