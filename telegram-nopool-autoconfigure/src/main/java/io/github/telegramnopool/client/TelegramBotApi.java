package io.github.telegramnopool.client;

/**
 * The Bot API, reactive: a method for each of Telegram's, and {@link #execute} for any.
 * <p>
 * Nothing happens until the returned {@code Mono} is subscribed to. It emits the result,
 * never completes empty, and fails with a
 * {@link io.github.telegramnopool.client.error.TelegramException TelegramException}.
 * Cancelling closes the connection at once; a request that has left may still be
 * executed. Signals come on an event loop, which must not be blocked.
 *
 * <p>
 * An application that declares a bean of this type itself says
 * {@code @Bean(destroyMethod = "")}: Spring would otherwise call Telegram's method
 * {@code close} at the end, which logs the bot off its server.
 *
 * @see BlockingTelegramBotApi
 * @since 0.1.0
 */
public interface TelegramBotApi extends BotApiOperations {

}
