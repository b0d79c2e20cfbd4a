// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.UnknownVariant;
import io.github.telegramnopool.api.model.InaccessibleMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes random values of the vocabulary from what reflection tells of it, so without the
 * generator's knowledge.
 */
final class RandomValues {

	private static final String[] TEXTS = { "", "plain", "\u00fcml\u00e4ut", "\"quoted\\\"", "two\nlines\t\u0001",
			"\ud83d\udc4d\ud83c\udffd", "{\"a\":1}", "\u2028", "null", "0" };

	private static final int DEEPEST = 4;

	private final Random random;

	private int depth;

	RandomValues(long seed) {
		this.random = new Random(seed);
	}

	Object value(Class<?> type) {
		if (type.isSealed()) {
			return value(pick(type.getPermittedSubclasses()));
		}
		if (UnknownVariant.class.isAssignableFrom(type)) {
			return construct(type, new Object[] { unknown() });
		}
		RecordComponent[] components = type.getRecordComponents();
		this.depth++;
		try {
			Object[] arguments = Arrays.stream(components).map((component) -> component(type, component)).toArray();
			return construct(type, arguments);
		}
		finally {
			this.depth--;
		}
	}

	private Class<?> pick(Class<?>[] types) {
		// Those that hold others of their kind are left out where it is deep already
		Class<?>[] choice = (this.depth < DEEPEST) ? types
				: Arrays.stream(types).filter((type) -> type.getRecordComponents().length < 4).toArray(Class<?>[]::new);
		return (choice.length > 0) ? choice[this.random.nextInt(choice.length)] : types[0];
	}

	private @Nullable Object component(Class<?> owner, RecordComponent component) {
		if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
				&& (this.depth >= DEEPEST || this.random.nextInt(3) == 0)) {
			return null;
		}
		return (owner == InaccessibleMessage.class && component.getType() == Instant.class) ? Instant.EPOCH
				: value(component.getGenericType());
	}

	private Object value(Type type) {
		if (type instanceof ParameterizedType list) {
			List<Object> elements = new ArrayList<>();
			for (int size = (this.depth < DEEPEST) ? this.random.nextInt(3) : 0; size > 0; size--) {
				elements.add(value(list.getActualTypeArguments()[0]));
			}
			return elements;
		}
		return switch (((Class<?>) type).getSimpleName()) {
			case "int", "Integer" -> this.random.nextInt();
			case "long", "Long" -> this.random.nextLong();
			case "double", "Double" -> this.random.nextGaussian() * 1e6;
			case "boolean", "Boolean" -> this.random.nextBoolean();
			case "String" -> TEXTS[this.random.nextInt(TEXTS.length)] + this.random.nextInt(100);
			case "Instant" -> Instant.ofEpochSecond(1 + this.random.nextInt(Integer.MAX_VALUE));
			case "ChatId" -> this.random.nextBoolean() ? ChatId.of(this.random.nextLong() | 1) : ChatId.of("@club");
			case "InputFile" -> this.random.nextBoolean() ? InputFile.fileId("AgAC" + this.random.nextInt())
					: InputFile.url("https://example.org/a.png");
			default -> value((Class<?>) type);
		};
	}

	private JsonNode unknown() {
		JsonNode deep = JsonNodeFactory.instance.arrayNode().add(this.random.nextInt()).addNull();
		return JsonNodeFactory.instance.objectNode()
			.put("type", "future")
			.put("source", "future")
			.put("status", "future")
			.set("deep", deep);
	}

	private static Object construct(Class<?> type, @Nullable Object[] arguments) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(
					Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
			return constructor.newInstance(arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type + " from " + Arrays.toString(arguments), ex);
		}
	}

}
