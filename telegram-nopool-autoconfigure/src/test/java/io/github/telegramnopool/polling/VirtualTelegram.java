// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.method.GetWebhookInfo;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.client.ReceivedUpdate;

/**
 * Answers a poller in virtual time.
 */
final class VirtualTelegram implements PollSource {

	private final VirtualTime time;

	final List<Duration> polls = new ArrayList<>();

	final List<Duration> calls = new ArrayList<>();

	private Supplier<@Nullable RuntimeException> failure = () -> null;

	private Function<GetUpdates, List<Long>> updates = (request) -> List.of();

	private String webhook = "";

	VirtualTelegram(VirtualTime time) {
		this.time = time;
	}

	/**
	 * What happens to requests, {@code null} if nothing does.
	 */
	void fails(Supplier<@Nullable RuntimeException> failure) {
		this.failure = failure;
	}

	void serves(Function<GetUpdates, List<Long>> updates) {
		this.updates = updates;
	}

	void hasWebhook(String url) {
		this.webhook = url;
	}

	@Override
	public List<ReceivedUpdate> getUpdates(GetUpdates request, Duration deadline) throws InterruptedException {
		this.polls.add(this.time.now());
		this.time.sleep(Duration.ofMillis(50));
		fail();
		List<Long> updates = this.updates.apply(request);
		if (updates.isEmpty() && request.timeout() != null && request.timeout() > 0) {
			for (int second = 0; second < request.timeout(); second++) {
				this.time.sleep(Duration.ofSeconds(1));
				fail();
			}
		}
		return updates.stream().map(VirtualTelegram::update).toList();
	}

	private static ReceivedUpdate update(long id) {
		String json = FakeBotApi.update(id);
		return ReceivedUpdate.readable(id, BotApiJson.mapper().readValue(json, Update.class), () -> json);
	}

	private void fail() {
		RuntimeException failure = this.failure.get();
		if (failure != null) {
			throw failure;
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public <R> R call(BotApiMethod<R> request, Duration deadline) {
		this.calls.add(this.time.now());
		String answer = "true";
		if (request instanceof GetMe) {
			fail();
			answer = "{\"id\":4242,\"is_bot\":true,\"first_name\":\"T\",\"username\":\"test_bot\"}";
		}
		else if (request instanceof GetWebhookInfo) {
			answer = "{\"url\":\"" + this.webhook + "\",\"has_custom_certificate\":false,\"pending_update_count\":0}";
		}
		return (R) BotApiJson.mapper().readValue(answer, BotApiJson.mapper().constructType(request.resultType()));
	}

	@Override
	public String lastTimes() {
		return "no time";
	}

	@Override
	public boolean isResponsive() {
		return true;
	}

	@Override
	public void renew() {
	}

}
