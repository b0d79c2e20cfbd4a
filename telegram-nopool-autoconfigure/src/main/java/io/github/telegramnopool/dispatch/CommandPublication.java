// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.List;
import java.util.concurrent.Executor;

import io.github.telegramnopool.api.method.GetMyCommands;
import io.github.telegramnopool.api.method.SetMyCommands;
import io.github.telegramnopool.api.model.BotCommand;
import io.github.telegramnopool.client.TelegramBotApi;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tells Telegram the commands of a bot, on another thread and unless it knows them
 * already. Nothing depends on its success.
 *
 * @see <a href="https://core.telegram.org/bots/api#setmycommands">setMyCommands</a>
 */
final class CommandPublication {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private final String bot;

	private final TelegramBotApi api;

	private final Executor executor;

	private @Nullable Disposable running;

	CommandPublication(String bot, TelegramBotApi api, Executor executor) {
		this.bot = bot;
		this.api = api;
		this.executor = executor;
	}

	synchronized void publish(List<BotCommand> commands) {
		cancel();
		if (!commands.isEmpty()) {
			this.running = Mono.defer(() -> published(commands))
				.subscribeOn(Schedulers.fromExecutor(this.executor))
				.subscribe((changed) -> succeeded(commands, changed), this::failed);
		}
	}

	private Mono<Boolean> published(List<BotCommand> commands) {
		return this.api.getMyCommands(GetMyCommands.of())
			.map((known) -> known.stream().map(CommandPublication::shown).toList())
			.defaultIfEmpty(List.of())
			.flatMap((known) -> known.equals(commands) ? Mono.just(false)
					: this.api.setMyCommands(SetMyCommands.of(commands)));
	}

	/**
	 * What a listener can say of a command.
	 */
	private static BotCommand shown(BotCommand command) {
		return Boolean.TRUE.equals(command.isEphemeral()) ? command
				: BotCommand.of(command.command(), command.description());
	}

	private void succeeded(List<BotCommand> commands, boolean changed) {
		String outcome = changed ? "has published %d commands" : "has %d commands, which Telegram knows already";
		logger.info("Telegram bot '%s' %s".formatted(this.bot, outcome.formatted(commands.size())));
	}

	private void failed(Throwable failure) {
		logger.warn("The commands of Telegram bot '%s' can't be published until it starts again: %s".formatted(this.bot,
				failure.getMessage()));
		logger.debug("What happened in full", failure);
	}

	synchronized void cancel() {
		if (this.running != null) {
			this.running.dispose();
			this.running = null;
		}
	}

}
