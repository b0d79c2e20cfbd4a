// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * A listener method that an update may be for. The update's exchange calls it by itself,
 * apart from the others, and takes what it returns; an event that somebody publishes by
 * hand is left to Spring.
 */
final class UpdateListener extends ApplicationListenerMethodAdapter {

	private final String description;

	private final boolean forUpdates;

	/**
	 * The commands that it wants, all if empty, or {@code null} if it is none of
	 * {@link OnCommand}.
	 */
	private final @Nullable Set<String> commands;

	private final String commandDescription;

	/**
	 * Names of the bots that it hears, all if empty.
	 */
	private final Set<String> bots;

	private final Supplier<@Nullable ListenerCall> call;

	/**
	 * Whether it takes events of a class. Spring finds that out anew for each event.
	 */
	private final Map<Class<?>, Boolean> takes = new ConcurrentHashMap<>();

	UpdateListener(String beanName, Class<?> type, Method method, boolean forUpdates,
			Supplier<@Nullable ListenerCall> call) {
		super(beanName, type, method);
		this.description = type.getSimpleName() + "." + method.getName();
		this.forUpdates = forUpdates;
		OnCommand annotation = AnnotatedElementUtils.findMergedAnnotation(method, OnCommand.class);
		this.commands = (annotation != null) ? commandsOf(annotation) : null;
		this.commandDescription = (annotation != null) ? annotation.description() : "";
		Assert.state(this.commands == null || takesCommand(method),
				() -> "The @OnCommand method %s must take a CommandEvent or nothing".formatted(this.description));
		this.bots = botsOf(type, method);
		this.call = call;
	}

	private static Set<String> botsOf(Class<?> type, Method method) {
		ForBot annotation = AnnotatedElementUtils.findMergedAnnotation(method, ForBot.class);
		if (annotation == null) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(type, ForBot.class);
		}
		return (annotation != null) ? Set.of(annotation.value()) : Set.of();
	}

	private static boolean takesCommand(Method method) {
		return Arrays.stream(method.getParameterTypes()).allMatch((type) -> type.isAssignableFrom(CommandEvent.class));
	}

	private static Set<String> commandsOf(OnCommand annotation) {
		return Arrays.stream(annotation.value()).map(Commands::normalized).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether it names updates, and not any event there is.
	 */
	boolean isForUpdates() {
		return this.forUpdates;
	}

	/**
	 * Whether it hears a bot.
	 */
	boolean isForBot(String bot) {
		return this.bots.isEmpty() || this.bots.contains(bot);
	}

	/**
	 * Refuse to hear a bot that there is not.
	 * @param known the names of the bots
	 */
	void check(Set<String> known) {
		this.bots.stream().filter((bot) -> !known.contains(bot)).findFirst().ifPresent((bot) -> {
			throw new UnsupportedListenerException(
					"The listener %s is for the Telegram bot '%s', and there is none of that name".formatted(this, bot),
					"Correct its @ForBot, or configure the bot under telegram.bots. There are: "
							+ String.join(", ", known) + ".");
		});
	}

	/**
	 * Commands that it names.
	 */
	Set<String> commands() {
		return (this.commands != null) ? this.commands : Set.of();
	}

	/**
	 * What they are for, empty if it does not say so.
	 */
	String commandDescription() {
		return this.commandDescription;
	}

	/**
	 * Whether it is there for commands, and for this one.
	 */
	boolean wants(PayloadApplicationEvent<CommandEvent> command) {
		return this.commands != null && isForCommand(command.getPayload()) && meetsCondition(command);
	}

	private boolean isForCommand(Object payload) {
		return this.commands == null || this.commands.isEmpty() || !(payload instanceof CommandEvent command)
				|| this.commands.contains(Commands.normalized(command.command()));
	}

	private boolean meetsCondition(ApplicationEvent event) {
		try {
			return shouldHandle(event);
		}
		catch (RuntimeException ex) {
			// Told where the listener is called
			return true;
		}
	}

	/**
	 * Whether an update that is published is for it.
	 */
	boolean supports(PayloadApplicationEvent<UpdateEvent> event) {
		return isDefaultExecution() && isForCommand(event.getPayload()) && takes(event);
	}

	private boolean takes(PayloadApplicationEvent<UpdateEvent> event) {
		return this.takes.computeIfAbsent(event.getPayload().getClass(),
				(type) -> supportsEventType(event.getResolvableType()));
	}

	/**
	 * Call the method with an update.
	 */
	void invoke(ApplicationEvent event) {
		super.processEvent(event);
	}

	@Override
	public void processEvent(ApplicationEvent event) {
		Object payload = (event instanceof PayloadApplicationEvent<?> wrapped) ? wrapped.getPayload() : event;
		if (!isForCommand(payload) || (payload instanceof UpdateEvent update && !isForBot(update.bot().name()))) {
			return;
		}
		ListenerCall call = this.call.get();
		if (call == null) {
			super.processEvent(event);
		}
		else if (!call.isFor(payload)) {
			call.aside(() -> super.processEvent(event));
		}
	}

	@Override
	protected void handleResult(Object result) {
		ListenerCall call = this.call.get();
		if (call != null && !call.isAside()) {
			call.returned(result);
		}
		else {
			super.handleResult(result);
		}
	}

	@Override
	public String toString() {
		return this.description;
	}

}
