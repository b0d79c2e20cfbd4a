package io.github.telegramnopool.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.model.BotCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * The listeners for updates that exist in an application.
 *
 * @since 0.1.0
 */
public final class UpdateListeners {

	private final List<UpdateListener> listeners = new CopyOnWriteArrayList<>();

	private final ThreadLocal<@Nullable UpdateExchange> exchange = new ThreadLocal<>();

	UpdateListeners() {
	}

	void add(UpdateListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Whether there are any.
	 * @return whether anybody listens for updates
	 */
	public boolean exist() {
		return !this.listeners.isEmpty();
	}

	/**
	 * Kinds of update that they listen for. None only if there is nobody: without a list
	 * Telegram would go by the one that it was told last, perhaps by another program.
	 * @return the names of the kinds, in Telegram's order
	 * @see <a href="https://core.telegram.org/bots/api#getupdates">allowed_updates</a>
	 */
	public List<String> kinds() {
		boolean any = wants(UpdateEvent.class) || wants(UnknownUpdateEvent.class);
		return Arrays.stream(UpdateKind.values())
			.filter((kind) -> wanted(kind) || (any && kind.byDefault()))
			.map(UpdateKind::value)
			.toList();
	}

	private boolean wanted(UpdateKind kind) {
		return this.listeners.stream()
			.anyMatch((listener) -> isForKind(listener, kind) && !isFor(listener, UpdateEvent.class));
	}

	private static boolean isForKind(UpdateListener listener, UpdateKind kind) {
		return isFor(listener, kind.eventType()) || (kind == UpdateKind.MESSAGE && isFor(listener, CommandEvent.class));
	}

	private boolean wants(Class<?> event) {
		return this.listeners.stream().anyMatch((listener) -> isFor(listener, event));
	}

	private static boolean isFor(UpdateListener listener, Class<?> event) {
		return listener.supportsEventType(ResolvableType.forClass(event));
	}

	boolean wantCommand(String command) {
		return this.listeners.stream().anyMatch((listener) -> listener.isForCommand(command));
	}

	/**
	 * Commands to publish.
	 * @throws UnsupportedListenerException if Telegram would refuse them
	 */
	List<BotCommand> commandMenu() {
		return CommandMenu.of(this.listeners);
	}

	/**
	 * Exchange of the update that this thread is dispatching.
	 */
	@Nullable UpdateExchange exchange() {
		return this.exchange.get();
	}

	void during(UpdateExchange exchange, Runnable publication) {
		this.exchange.set(exchange);
		try {
			publication.run();
		}
		finally {
			this.exchange.remove();
		}
	}

}
