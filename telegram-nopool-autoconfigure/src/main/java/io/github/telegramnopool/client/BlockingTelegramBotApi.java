package io.github.telegramnopool.client;

/**
 * The Bot API for code that may block: each method returns when Telegram has answered, at
 * the latest at the call's deadline, or throws a
 * {@link io.github.telegramnopool.client.error.TelegramException TelegramException}.
 * <p>
 * On a thread that must not block, such as an event loop, it throws an
 * {@link IllegalStateException}: use {@link TelegramBotApi} there.
 *
 * @since 0.1.0
 */
public interface BlockingTelegramBotApi extends BlockingBotApiOperations {

}
