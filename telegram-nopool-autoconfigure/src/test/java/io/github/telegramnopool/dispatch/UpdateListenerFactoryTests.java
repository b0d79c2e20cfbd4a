// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link UpdateListenerFactory}.
 */
class UpdateListenerFactoryTests {

	private static final BotInfo BOT = new BotInfo("default", 4242, "test_bot");

	private final UpdateListenerFactory factory = new UpdateListenerFactory(new StaticApplicationContext());

	@ParameterizedTest
	@ValueSource(strings = { "message", "any", "declared", "plain", "slash", "nothing", "everyUpdate", "object" })
	void takesListenersForUpdates(String name) {
		assertThat(this.factory.supportsMethod(method(name))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "declaredText" })
	void leavesOtherListenersToSpring(String name) {
		assertThat(this.factory.supportsMethod(method(name))).isFalse();
	}

	@Test
	void aListenerForAnyEventAsksForNoUpdates() {
		this.factory.createApplicationListener("bean", Listeners.class, method("object"));
		assertThat(this.factory.listeners().exist()).isFalse();
		assertThat(this.factory.listeners().kinds()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "slash", "nothing", "everyUpdate" })
	void knowsTheCommandOfAListener(String name) {
		this.factory.createApplicationListener("bean", Listeners.class, method(name));
		assertThat(this.factory.listeners().want(command("Start"))).isTrue();
		assertThat(this.factory.listeners().want(command("stop"))).isFalse();
	}

	private PayloadApplicationEvent<CommandEvent> command(String command) {
		CommandEvent event = new CommandEvent(Updates.message(1, 5, "/" + command), BOT, command, "");
		return new PayloadApplicationEvent<>(this, event);
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

		@EventListener(String.class)
		void declaredText(Object event) {
		}

		@EventListener
		void object(Object event) {
		}

	}

}
