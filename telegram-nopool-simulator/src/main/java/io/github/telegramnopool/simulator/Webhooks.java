// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/**
 * What the webhooks of all bots share: the rules, the thread, and who executes the calls
 * that come in their answers.
 */
final class Webhooks {

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

	private static final Set<String> NOT_EXECUTED = Set.of("deletewebhook", "setwebhook", "close", "logout");

	private final WebhookRules rules;

	private final Timer timer;

	private final FileFolder folder;

	private final FileRules files;

	private @Nullable LoopResources loops;

	private volatile Calls calls = (bot, method, parameters) -> parameters.discardFiles();

	Webhooks(WebhookRules rules, Timer timer, FileFolder folder, FileRules files) {
		this.rules = rules;
		this.timer = timer;
		this.folder = folder;
		this.files = files;
	}

	void executedBy(Calls calls) {
		this.calls = calls;
	}

	WebhookRules rules() {
		return this.rules;
	}

	Timer timer() {
		return this.timer;
	}

	WebhookDelivery deliver(SimulatedBot bot, UpdateQueue queue, WebhookSetting setting,
			WebhookDelivery.Outcome outcome) {
		return new WebhookDelivery(bot, queue, this.timer, new Random(bot.id()), setting.maxConnections(), outcome);
	}

	synchronized WebhookClient client(WebhookUrl url, WebhookSetting setting, InetAddress address, Runnable closed) {
		LoopResources shared = this.loops;
		if (shared == null) {
			shared = LoopResources.create("telegram-simulator-webhook", 1, true);
			this.loops = shared;
		}
		return new WebhookClient(url, setting, address, shared, closed);
	}

	/**
	 * Look up a host, away from the event loop.
	 * @param found gets the address, or {@code null} if there is none
	 */
	void lookUp(String host, Consumer<@Nullable InetAddress> found) {
		Mono.fromCallable(() -> InetAddress.getByName(host))
			.subscribeOn(Schedulers.boundedElastic())
			.subscribe(found, (failure) -> found.accept(null));
	}

	/**
	 * Execute the call that an answer holds, if it does and may; the answer to that is
	 * thrown away ({@code WebhookActor::handle}).
	 */
	void execute(SimulatedBot bot, WebhookAnswer answer) {
		Parameters parameters = parameters(answer);
		String method = parameters.get("method").toLowerCase(Locale.ROOT);
		if (method.isEmpty() || method.startsWith("get") || NOT_EXECUTED.contains(method)) {
			parameters.discardFiles();
		}
		else {
			this.calls.execute(bot, method, parameters);
		}
	}

	synchronized void stop() {
		LoopResources open = this.loops;
		this.loops = null;
		if (open != null) {
			open.disposeLater(Duration.ZERO, STOP_TIMEOUT).block(STOP_TIMEOUT.plusSeconds(1));
		}
	}

	private Parameters parameters(WebhookAnswer answer) {
		Parameters parameters = new Parameters();
		if (!CallReader.isMultipart(answer.contentType())) {
			return ParameterReader.addBody(parameters, answer.contentType(), answer.body());
		}
		try {
			MultipartBody body = new MultipartBody(parameters, answer.contentType(), this.folder,
					this.files.maxUpload());
			try {
				body.take(Unpooled.wrappedBuffer(answer.body()));
				return body.complete();
			}
			finally {
				body.release();
			}
		}
		catch (ProtocolError ex) {
			return new Parameters();
		}
	}

	/**
	 * Executes a call that came in an answer.
	 */
	interface Calls {

		void execute(SimulatedBot bot, String method, Parameters parameters);

	}

}
