// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.util.ReflectionUtils;

import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.model.BotCommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandMenuTests {

	@Test
	void hasDescribedCommandsByOrderThenByName() {
		assertThat(menu("zebra", "start", "undescribed", "again", "names")).containsExactly(
				BotCommand.of("start", "Begin"), BotCommand.of("a_1", "Several"), BotCommand.of("b", "Several"),
				BotCommand.of("zebra", "Last"));
	}

	@Test
	void orderOfListenersDoesNotMatter() {
		assertThat(menu("names", "zebra", "start")).isEqualTo(menu("start", "zebra", "names"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			hyphen    | The command 'my-command' of the @OnCommand method Listeners.hyphen can't be published
			all       | The @OnCommand method Listeners.all describes no command, since it listens for all
			blank     | The description of the @OnCommand method Listeners.blank has 0 characters
			""")
	void refusesWhatTelegramRefuses(String method, String message) {
		assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(() -> menu(method))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.action()).contains("telegram.commands.publish=false"));
	}

	@Test
	void refusesTwoDescriptionsOfACommand() {
		assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(() -> menu("start", "otherStart"))
			.withMessage("The command 'start' is described by both Listeners.start and Listeners.otherStart");
	}

	private static List<BotCommand> menu(String... methods) {
		UpdateListenerFactory factory = new UpdateListenerFactory(new StaticApplicationContext());
		Arrays.stream(methods)
			.forEach((method) -> factory.createApplicationListener("bean", Listeners.class, method(method)));
		return factory.listeners().commandMenu();
	}

	private static Method method(String name) {
		Method method = ReflectionUtils.findMethod(Listeners.class, name, CommandEvent.class);
		assertThat(method).isNotNull();
		return method;
	}

	static class Listeners {

		@OnCommand(value = "zebra", description = "Last")
		void zebra(CommandEvent event) {
		}

		@OnCommand(value = "/Start", description = "Begin")
		@Order(1)
		void start(CommandEvent event) {
		}

		@OnCommand(value = "start", description = "Begin", condition = "false")
		void again(CommandEvent event) {
		}

		@OnCommand("undescribed")
		void undescribed(CommandEvent event) {
		}

		@OnCommand(value = { "b", "a_1" }, description = "Several")
		void names(CommandEvent event) {
		}

		@OnCommand(value = "my-command", description = "x")
		void hyphen(CommandEvent event) {
		}

		@OnCommand(description = "x")
		void all(CommandEvent event) {
		}

		@OnCommand(value = "a", description = " ")
		void blank(CommandEvent event) {
		}

		@OnCommand(value = "start", description = "Something else")
		@Order(2)
		void otherStart(CommandEvent event) {
		}

	}

}
