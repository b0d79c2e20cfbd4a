// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.telegramnopool.client.CallSettings;
import io.github.telegramnopool.dispatch.DispatchSettings;
import io.github.telegramnopool.polling.PollingSettings;
import io.github.telegramnopool.transport.PhaseTimeouts;
import io.github.telegramnopool.transport.Route;
import io.github.telegramnopool.transport.TransportSettings;

/**
 * What is in force of a bot's settings, for operators: by the names of the properties,
 * and without token and passwords.
 */
final class SettingsView {

	private final Map<String, Object> values = new LinkedHashMap<>();

	private SettingsView() {
	}

	static Map<String, Object> of(BotSettings settings) {
		SettingsView view = new SettingsView();
		view.transport(settings.transport());
		view.put("local-files", settings.localFiles());
		view.put("http.max-concurrent-calls", settings.maxConcurrentCalls());
		view.put("http.connect-ahead", settings.connectAhead());
		view.calls(settings.calls());
		view.polling(settings.polling());
		view.dispatch(settings.dispatch());
		view.put("dispatch.transactional", settings.transactional());
		return Collections.unmodifiableMap(view.values);
	}

	private void transport(TransportSettings transport) {
		put("base-url", transport.baseUrl().toString());
		put("test-environment", transport.testEnvironment());
		put("routes", transport.routes().stream().map(Route::description).toList());
		PhaseTimeouts timeouts = transport.timeouts();
		put("http.connect-timeout", timeouts.connect());
		put("http.proxy-timeout", timeouts.proxy());
		put("http.tls-timeout", timeouts.tls());
		put("http.hedge-after", transport.hedgeAfter());
	}

	private void calls(CallSettings calls) {
		put("http.call-timeout", calls.timeout());
		put("http.min-throughput", calls.minThroughput() + "B");
		put("flood.auto-retry", calls.obeyFlood());
		put("flood.max-wait", calls.maxFloodWait());
		put("flood.pacing", calls.pacing());
	}

	private void polling(PollingSettings polling) {
		Boolean enabled = polling.enabled();
		put("polling.enabled", (enabled != null) ? enabled : "auto");
		put("polling.timeout", polling.timeout());
		put("polling.limit", polling.limit());
		put("polling.allowed-updates", (polling.allowedUpdates() != null) ? polling.allowedUpdates() : "auto");
		put("polling.drop-pending-updates", polling.dropPendingUpdates());
		put("polling.delete-webhook", polling.deleteWebhook());
		put("dispatch.shutdown-timeout", polling.shutdownTimeout());
	}

	private void dispatch(DispatchSettings dispatch) {
		put("dispatch.order", dispatch.order());
		put("dispatch.concurrency", dispatch.concurrency());
		put("dispatch.attempts", dispatch.attempts());
		put("dispatch.listener-timeout", dispatch.listenerTimeout());
		put("dispatch.virtual-threads", dispatch.virtualThreads());
		put("commands.publish", dispatch.publishCommands());
	}

	private void put(String property, Object value) {
		this.values.put(property, (value instanceof Duration) ? value.toString() : value);
	}

}
