// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.model.BotCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * The listeners for updates that exist in an application.
 *
 * @since 0.1.0
 */
public final class UpdateListeners {

	private final List<UpdateListener> all;

	private final Predicate<UpdateListener> mine;

	private final Supplier<? extends List<? extends GenericApplicationListener>> transactional;

	private final ThreadLocal<@Nullable ListenerCall> call;

	UpdateListeners(Supplier<? extends List<? extends GenericApplicationListener>> transactional) {
		this(new CopyOnWriteArrayList<>(), (listener) -> true, transactional, new ThreadLocal<>());
	}

	private UpdateListeners(List<UpdateListener> all, Predicate<UpdateListener> mine,
			Supplier<? extends List<? extends GenericApplicationListener>> transactional,
			ThreadLocal<@Nullable ListenerCall> call) {
		this.all = all;
		this.mine = mine;
		this.transactional = transactional;
		this.call = call;
	}

	/**
	 * Those among them that hear a bot.
	 * @param bot the bot's name in the configuration
	 * @return a view, which has what is added later as well
	 * @see ForBot
	 */
	public UpdateListeners forBot(String bot) {
		return new UpdateListeners(this.all, (listener) -> listener.isForBot(bot), this.transactional, this.call);
	}

	void add(UpdateListener listener) {
		this.all.add(listener);
	}

	private Stream<UpdateListener> listeners() {
		return this.all.stream().filter(this.mine);
	}

	/**
	 * Refuse a listener for a bot that there is not.
	 * @param bots the names of the bots
	 * @throws UnsupportedListenerException if there is such a listener
	 */
	public void check(Set<String> bots) {
		listeners().forEach((listener) -> listener.check(bots));
	}

	/**
	 * Whether there are any.
	 * @return whether anybody listens for updates
	 */
	public boolean exist() {
		return forUpdates().findAny().isPresent();
	}

	/**
	 * Those that exist for the sake of updates, and not for any event there is.
	 */
	private Stream<GenericApplicationListener> forUpdates() {
		return Stream.concat(listeners().filter(UpdateListener::isForUpdates), this.transactional.get().stream());
	}

	/**
	 * Kinds of update that they listen for. None only if there is nobody: without a list
	 * Telegram would go by the one that it was told last, perhaps by another program.
	 * @return the names of the kinds, in Telegram's order
	 * @see <a href="https://core.telegram.org/bots/api#getupdates">allowed_updates</a>
	 */
	public List<String> kinds() {
		List<GenericApplicationListener> listeners = forUpdates().toList();
		boolean any = listeners.stream()
			.anyMatch((listener) -> isFor(listener, UpdateEvent.class) || isFor(listener, UnknownUpdateEvent.class));
		return Arrays.stream(UpdateKind.values())
			.filter((kind) -> isWanted(kind, listeners) || (any && kind.byDefault()))
			.map(UpdateKind::value)
			.toList();
	}

	private static boolean isWanted(UpdateKind kind, List<GenericApplicationListener> listeners) {
		return listeners.stream()
			.anyMatch((listener) -> isForKind(listener, kind) && !isFor(listener, UpdateEvent.class));
	}

	private static boolean isForKind(GenericApplicationListener listener, UpdateKind kind) {
		return isFor(listener, kind.eventType()) || (kind == UpdateKind.MESSAGE && isFor(listener, CommandEvent.class));
	}

	private static boolean isFor(GenericApplicationListener listener, Class<?> event) {
		return listener.supportsEventType(ResolvableType.forClass(event));
	}

	/**
	 * Whether anybody handles a command as such.
	 */
	boolean want(PayloadApplicationEvent<CommandEvent> command) {
		return listeners().anyMatch((listener) -> listener.wants(command));
	}

	/**
	 * Those that an event is for, in their order.
	 */
	List<UpdateListener> forEvent(PayloadApplicationEvent<UpdateEvent> event) {
		return listeners().filter((listener) -> listener.supports(event))
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.toList();
	}

	/**
	 * Commands to publish.
	 * @throws UnsupportedListenerException if Telegram would refuse them
	 */
	List<BotCommand> commandMenu() {
		return CommandMenu.of(listeners().toList());
	}

	/**
	 * What this thread is doing for an update.
	 */
	@Nullable ListenerCall call() {
		return this.call.get();
	}

	void during(ListenerCall call, Runnable work) {
		this.call.set(call);
		try {
			work.run();
		}
		finally {
			this.call.remove();
		}
	}

}
