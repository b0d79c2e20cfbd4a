// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The public API as text, a line for each class and, below it, for each member. What a
 * record has by being one is not repeated.
 */
final class ApiSignatures {

	private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");

	private ApiSignatures() {
	}

	static List<String> lines() throws IOException, URISyntaxException {
		Path classes = Path.of(BotApiMethod.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		try (Stream<Path> files = Files.walk(classes)) {
			return files.map(classes::relativize)
				.map(Path::toString)
				.filter((name) -> name.endsWith(".class") && !name.endsWith("-info.class"))
				.map((name) -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
				.sorted()
				.map(ApiSignatures::load)
				.filter(ApiSignatures::isPublic)
				.flatMap(ApiSignatures::linesOf)
				.toList();
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name, false, ApiSignatures.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isPublic(Class<?> type) {
		return Modifier.isPublic(type.getModifiers())
				&& (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
	}

	private static Stream<String> linesOf(Class<?> type) {
		Set<String> members = new TreeSet<>();
		for (Field field : type.getDeclaredFields()) {
			addIfVisible(members, field.getModifiers(), field,
					"field " + named(field.getName(), field.getAnnotatedType()));
		}
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (!type.isRecord()) {
				addIfVisible(members, constructor.getModifiers(), constructor, "new" + parameters(constructor));
			}
		}
		for (Method method : type.getDeclaredMethods()) {
			if (!method.isSynthetic() && !isOfRecord(type, method)) {
				String signature = method.getName() + parameters(method);
				addIfVisible(members, method.getModifiers(), method, named(signature, method.getAnnotatedReturnType()));
			}
		}
		return Stream.concat(Stream.of(header(type)), members.stream().map((line) -> "\t" + line));
	}

	private static void addIfVisible(Set<String> members, int modifiers, AnnotatedElement member, String line) {
		if (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)) {
			String deprecated = member.isAnnotationPresent(Deprecated.class) ? "deprecated " : "";
			members.add(deprecated + (Modifier.isStatic(modifiers) ? "static " : "") + line);
		}
	}

	private static boolean isOfRecord(Class<?> type, Method method) {
		return type.isRecord() && (OF_EVERY_RECORD.contains(method.getName())
				|| Stream.of(type.getRecordComponents()).anyMatch((part) -> method.equals(part.getAccessor())));
	}

	private static String header(Class<?> type) {
		List<String> words = new ArrayList<>();
		words.add(type.getName().substring(ApiSignatures.class.getPackageName().length() + 1).replace('$', '.'));
		words.add(kind(type));
		if (type.isRecord()) {
			words.add(Stream.of(type.getRecordComponents())
				.map(ApiSignatures::component)
				.collect(Collectors.joining(", ", "(", ")")));
		}
		if (type.getGenericInterfaces().length > 0) {
			words.add("is " + Arrays.stream(type.getGenericInterfaces())
				.map(ApiSignatures::simple)
				.collect(Collectors.joining(", ")));
		}
		if (type.isSealed()) {
			words.add("permits " + Arrays.stream(type.getPermittedSubclasses())
				.map(ApiSignatures::simple)
				.sorted()
				.collect(Collectors.joining(", ")));
		}
		return String.join(" ", words);
	}

	private static String kind(Class<?> type) {
		if (type.isRecord()) {
			return "record";
		}
		if (type.isEnum()) {
			return "enum";
		}
		return (type.isSealed() ? "sealed " : "") + (type.isInterface() ? "interface" : "class");
	}

	private static String component(RecordComponent component) {
		return named(component.getName(), component.getAnnotatedType());
	}

	private static String parameters(Executable executable) {
		return Stream.of(executable.getAnnotatedParameterTypes())
			.map(ApiSignatures::type)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private static String named(String name, AnnotatedType type) {
		return name + ": " + type(type);
	}

	private static String type(AnnotatedType type) {
		return simple(type.getType()) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
	}

	private static String simple(Type type) {
		return type.getTypeName().replaceAll("([a-z0-9]+\\.)+(?=[A-Z])", "").replace('$', '.');
	}

}
