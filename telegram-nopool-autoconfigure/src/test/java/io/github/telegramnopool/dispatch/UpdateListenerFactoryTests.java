package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.event.EventListener;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link UpdateListenerFactory}.
 */
class UpdateListenerFactoryTests {

	private final UpdateListenerFactory factory = new UpdateListenerFactory();

	@ParameterizedTest
	@ValueSource(strings = { "message", "any", "declared", "plain", "slash", "nothing", "everyUpdate" })
	void takesListenersForUpdates(String name) {
		assertThat(this.factory.supportsMethod(method(name))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "object" })
	void leavesOtherListenersToSpring(String name) {
		assertThat(this.factory.supportsMethod(method(name))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "slash", "nothing", "everyUpdate" })
	void knowsTheCommandOfAListener(String name) {
		this.factory.createApplicationListener("bean", Listeners.class, method(name));
		assertThat(this.factory.listeners().wantCommand("Start")).isTrue();
		assertThat(this.factory.listeners().wantCommand("stop")).isFalse();
	}

	@Test
	void refusesACommandListenerThatTakesSomethingElse() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.factory.createApplicationListener("bean", Listeners.class, method("wrong")))
			.withMessage("The @OnCommand method Listeners.wrong must take a CommandEvent or nothing");
	}

	private static Method method(String name) {
		for (Method method : ReflectionUtils.getDeclaredMethods(Listeners.class)) {
			if (method.getName().equals(name)) {
				return method;
			}
		}
		throw new IllegalArgumentException(name);
	}

	static class Listeners {

		@EventListener
		void message(MessageEvent event) {
		}

		@EventListener
		void any(UpdateEvent event) {
		}

		@EventListener(MessageEvent.class)
		void declared() {
		}

		@OnCommand("start")
		void plain(CommandEvent event) {
		}

		@OnCommand("/start")
		void slash(CommandEvent event) {
		}

		@OnCommand("start")
		void nothing() {
		}

		@OnCommand("start")
		void everyUpdate(UpdateEvent event) {
		}

		@OnCommand("start")
		void wrong(MessageEvent event) {
		}

		@EventListener
		void text(String event) {
		}

		@EventListener
		void object(Object event) {
		}

	}

}
