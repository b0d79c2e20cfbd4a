// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.CallbackQuery;
import io.github.telegramnopool.api.model.ChatMember;
import io.github.telegramnopool.api.model.Document;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.PhotoSize;
import io.github.telegramnopool.dispatch.OnCommand;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.javapoet.ClassName;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelegramRuntimeHints}, and for what Spring itself finds out about
 * listeners.
 */
class TelegramRuntimeHintsTests {

	@Test
	void areFoundBySpring() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(TelegramRuntimeHints.class);
	}

	@Test
	void letConditionsCallTheEvents() {
		RuntimeHints hints = hints();
		assertThat(UpdateEvent.class.getPermittedSubclasses()).hasSizeGreaterThan(20)
			.filteredOn((event) -> !invokes(hints, event))
			.isEmpty();
		assertThat(invokes(hints, method(MessageEvent.class, "message"))).isTrue();
		assertThat(invokes(hints, method(CallbackQueryEvent.class, "callbackQuery"))).isTrue();
		assertThat(invokes(hints, method(CommandEvent.class, "argument"))).isTrue();
	}

	@Test
	void letConditionsCallWhatIsInTheEvents() {
		RuntimeHints hints = hints();
		// A field, a field of a field, the items of a list, and one of several types
		assertThat(Stream.of(Message.class, CallbackQuery.class, Document.class, PhotoSize.class))
			.filteredOn((type) -> !invokes(hints, type))
			.isEmpty();
		assertThat(ChatMember.class.getPermittedSubclasses()).filteredOn((member) -> !invokes(hints, member)).isEmpty();
	}

	@Test
	void leaveOutWhatIsOnlySent() {
		assertThat(invokes(hints(), SendMessage.class)).isFalse();
	}

	@Test
	void keepTheAnnotationOfCommands() {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(OnCommand.class)).accepts(hints());
		assertThat(invokes(hints(), method(OnCommand.class, "description"))).isTrue();
	}

	/**
	 * By {@code @Reflective} on {@link EventListener}, also where that stands on another
	 * annotation.
	 */
	@Test
	void springKeepsTheListenersThemselves() {
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(TelegramRuntimeHintsTests.class)), new InMemoryGeneratedFiles());
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Listeners.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		RuntimeHints hints = generation.getRuntimeHints();
		assertThat(invokes(hints, method(Listeners.class, "message", MessageEvent.class))).isTrue();
		assertThat(invokes(hints, method(Listeners.class, "command", CommandEvent.class))).isTrue();
	}

	private static RuntimeHints hints() {
		RuntimeHints hints = new RuntimeHints();
		new TelegramRuntimeHints().registerHints(hints, TelegramRuntimeHintsTests.class.getClassLoader());
		return hints;
	}

	private static boolean invokes(RuntimeHints hints, Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()))
			.allMatch((method) -> invokes(hints, method));
	}

	private static boolean invokes(RuntimeHints hints, Method method) {
		return RuntimeHintsPredicates.reflection().onMethodInvocation(method).test(hints);
	}

	private static Method method(Class<?> type, String name, Class<?>... parameters) {
		Method method = ReflectionUtils.findMethod(type, name, parameters);
		assertThat(method).isNotNull();
		return method;
	}

	static class Listeners {

		@EventListener
		void message(MessageEvent event) {
		}

		@OnCommand("start")
		void command(CommandEvent event) {
		}

	}

}
