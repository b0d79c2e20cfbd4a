// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure.real;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.telegramnopool.integration.proxy.RealProxy;

/**
 * All proxies at the same time, each with its faults one after another, since most of a
 * trial is waiting.
 */
final class FaultTrials implements AutoCloseable {

	private final Map<RealProxy, Map<ProxyFault, CompletableFuture<String>>> cells = new EnumMap<>(RealProxy.class);

	private final Map<RealProxy, CompletableFuture<Void>> ends = new EnumMap<>(RealProxy.class);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	FaultTrials(List<RealProxy> proxies) {
		for (RealProxy proxy : proxies) {
			Map<ProxyFault, CompletableFuture<String>> row = new EnumMap<>(ProxyFault.class);
			for (ProxyFault fault : ProxyFault.values()) {
				row.put(fault, new CompletableFuture<>());
			}
			this.cells.put(proxy, row);
			this.ends.put(proxy, CompletableFuture.runAsync(() -> run(proxy, row), this.executor));
		}
	}

	private static void run(RealProxy proxy, Map<ProxyFault, CompletableFuture<String>> row) {
		try (FaultTrial trial = new FaultTrial(proxy)) {
			row.forEach((fault, cell) -> cell.complete(trial.of(fault)));
			trial.assertKept();
		}
		catch (RuntimeException | Error ex) {
			// What comes after a failure can't be tried
			row.values().forEach((cell) -> cell.completeExceptionally(ex));
			throw ex;
		}
	}

	/**
	 * Wait for what came of a proxy and a fault.
	 */
	String cell(RealProxy proxy, ProxyFault fault) {
		return this.cells.get(proxy).get(fault).orTimeout(3, TimeUnit.MINUTES).join();
	}

	/**
	 * Wait until the last fault of a proxy is over, and all is proved that is to be
	 * proved then.
	 */
	void awaitEnd(RealProxy proxy) {
		this.ends.get(proxy).orTimeout(3, TimeUnit.MINUTES).join();
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		try {
			this.executor.awaitTermination(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
