package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.telegramnopool.api.event.CommandEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * A listener method for updates. While an update is dispatched, the update's exchange
 * runs it and takes what it returns; an event that somebody publishes by hand is left to
 * Spring.
 */
final class UpdateListener extends ApplicationListenerMethodAdapter {

	private final String description;

	/**
	 * The commands that it wants, all if empty, or {@code null} if it is none of
	 * {@link OnCommand}.
	 */
	private final @Nullable Set<String> commands;

	private final String commandDescription;

	private final Supplier<@Nullable UpdateExchange> exchange;

	UpdateListener(String beanName, Class<?> type, Method method, Supplier<@Nullable UpdateExchange> exchange) {
		super(beanName, type, method);
		this.description = type.getSimpleName() + "." + method.getName();
		OnCommand annotation = AnnotatedElementUtils.findMergedAnnotation(method, OnCommand.class);
		this.commands = (annotation != null) ? commandsOf(annotation) : null;
		this.commandDescription = (annotation != null) ? annotation.description() : "";
		Assert.state(this.commands == null || takesCommand(method),
				() -> "The @OnCommand method %s must take a CommandEvent or nothing".formatted(this.description));
		this.exchange = exchange;
	}

	private static boolean takesCommand(Method method) {
		return Arrays.stream(method.getParameterTypes()).allMatch((type) -> type.isAssignableFrom(CommandEvent.class));
	}

	private static Set<String> commandsOf(OnCommand annotation) {
		return Arrays.stream(annotation.value()).map(Commands::normalized).collect(Collectors.toUnmodifiableSet());
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

	boolean isForCommand(String command) {
		return this.commands != null
				&& (this.commands.isEmpty() || this.commands.contains(Commands.normalized(command)));
	}

	@Override
	public void processEvent(ApplicationEvent event) {
		Object payload = (event instanceof PayloadApplicationEvent<?> wrapped) ? wrapped.getPayload() : event;
		if (this.commands != null && payload instanceof CommandEvent command && !isForCommand(command.command())) {
			return;
		}
		UpdateExchange exchange = this.exchange.get();
		if (exchange != null && exchange.isOf(payload)) {
			exchange.listen(this.description, () -> super.processEvent(event));
		}
		else if (exchange != null) {
			exchange.aside(() -> super.processEvent(event));
		}
		else {
			super.processEvent(event);
		}
	}

	@Override
	protected void handleResult(Object result) {
		UpdateExchange exchange = this.exchange.get();
		if (exchange != null && !exchange.isAside()) {
			exchange.returned(result);
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
