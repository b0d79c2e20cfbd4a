// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.dispatch.OnCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image has to keep for the bot: the vocabulary is read and written without
 * reflection, but a listener's {@code condition} calls the methods of an event, and of
 * all that is in it, by their names.
 */
final class TelegramRuntimeHints implements RuntimeHintsRegistrar {

	private static final String[] TRANSACTIONS = { "org.springframework.transaction.PlatformTransactionManager",
			"org.springframework.transaction.event.TransactionalApplicationListener" };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		reachable(UpdateEvent.class)
			.forEach((type) -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS));
		hints.reflection().registerType(OnCommand.class, MemberCategory.INVOKE_PUBLIC_METHODS);
		hints.proxies().registerJdkProxy(OnCommand.class);
		for (String type : TRANSACTIONS) {
			hints.reflection().registerTypeIfPresent(classLoader, type);
		}
	}

	/**
	 * The types of this project that an expression can come to from one of them.
	 */
	private static Set<Class<?>> reachable(Class<?> root) {
		Set<Class<?>> found = new HashSet<>();
		collect(root, found);
		return found;
	}

	private static void collect(Type type, Set<Class<?>> found) {
		if (type instanceof ParameterizedType parameterized) {
			Arrays.stream(parameterized.getActualTypeArguments()).forEach((argument) -> collect(argument, found));
		}
		else if (type instanceof Class<?> raw && isOurs(raw) && found.add(raw)) {
			next(raw).forEach((following) -> collect(following, found));
		}
	}

	private static boolean isOurs(Class<?> type) {
		return type.getPackageName().startsWith(UpdateEvent.class.getPackageName().replace(".event", ""));
	}

	private static Stream<Type> next(Class<?> type) {
		Class<?>[] kinds = type.getPermittedSubclasses();
		RecordComponent[] components = type.getRecordComponents();
		return Stream.concat((kinds != null) ? Arrays.stream(kinds) : Stream.empty(),
				(components != null) ? Arrays.stream(components).map(RecordComponent::getGenericType) : Stream.empty());
	}

}
