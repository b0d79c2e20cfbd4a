// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.api.method.GetWebhookInfo;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The poller's requests, made one at a time and waited for.
 */
final class PollRequests {

	private static final Log logger = LogFactory.getLog(UpdatePoller.class);

	/**
	 * For a confirmation that is probably not needed.
	 */
	private static final Duration SHORT = Duration.ofMillis(500);

	private final PollSource source;

	private final PollingSettings settings;

	private final Supplier<List<String>> allowedUpdates;

	private final BatchLimit batch = new BatchLimit();

	/**
	 * Offset of the last request.
	 */
	private long triedOffset;

	/**
	 * Offset of the last request that was answered.
	 */
	private long sentOffset;

	PollRequests(PollSource source, PollingSettings settings, Supplier<List<String>> allowedUpdates) {
		this.source = source;
		this.settings = settings;
		this.allowedUpdates = allowedUpdates;
	}

	/**
	 * Wait for new updates.
	 */
	List<ReceivedUpdate> longPoll(long offset) throws InterruptedException {
		return poll(offset, this.settings.limit(), this.settings.timeout(), this.settings.longPollDeadline());
	}

	/**
	 * Look for updates behind some that are known.
	 */
	List<ReceivedUpdate> look(long offset, int known) throws InterruptedException {
		int limit = Math.min(UpdateWindow.CAPACITY, known + this.settings.limit());
		return poll(offset, limit, Duration.ZERO, this.settings.margin());
	}

	/**
	 * Confirm all updates before an offset, if that is not done yet. If the last request
	 * had the same offset, it has probably been received, although it was not answered.
	 */
	void confirm(long offset, Duration deadline) throws InterruptedException {
		if (offset != this.sentOffset) {
			poll(offset, 1, Duration.ZERO, (offset == this.triedOffset) ? SHORT : deadline);
		}
	}

	/**
	 * Forget all pending updates but the last.
	 */
	List<ReceivedUpdate> last() throws InterruptedException {
		return poll(-1, 1, Duration.ZERO, this.settings.margin());
	}

	/**
	 * Times of the last request that succeeded.
	 */
	String lastTimes() {
		return this.source.lastTimes();
	}

	<R> R call(BotApiMethod<R> method) throws InterruptedException {
		return this.source.call(method, this.settings.margin());
	}

	/**
	 * Find out what is in the way of polls. This call is not.
	 * @return the URL of the webhook, empty if there is none
	 */
	String webhook() throws InterruptedException {
		return call(GetWebhookInfo.of()).url();
	}

	/**
	 * Whether the threads that make requests do their work.
	 */
	boolean isResponsive() {
		return this.source.isResponsive();
	}

	/**
	 * Make requests by other threads from now on: the old ones are stuck.
	 */
	void renew() {
		this.source.renew();
	}

	private List<ReceivedUpdate> poll(long offset, int limit, Duration timeout, Duration deadline)
			throws InterruptedException {
		this.triedOffset = offset;
		int asked = this.batch.of(limit);
		List<ReceivedUpdate> updates;
		try {
			updates = this.source.getUpdates(request(offset, asked, timeout), deadline);
			this.batch.restore();
		}
		catch (OutcomeUnknownException ex) {
			if (!ex.isOversized() || !this.batch.shrink(asked)) {
				throw ex;
			}
			logger.debug("%d updates are larger than can be taken, asking for fewer".formatted(asked));
			updates = List.of();
		}
		this.sentOffset = offset;
		return updates;
	}

	private GetUpdates request(long offset, int limit, Duration timeout) {
		GetUpdates.Builder request = GetUpdates.builder().limit(limit).timeout((int) timeout.toSeconds());
		if (offset != 0) {
			request.offset((int) offset);
		}
		List<String> allowed = this.allowedUpdates.get();
		if (!allowed.isEmpty()) {
			request.allowedUpdates(allowed);
		}
		return request.build();
	}

}
