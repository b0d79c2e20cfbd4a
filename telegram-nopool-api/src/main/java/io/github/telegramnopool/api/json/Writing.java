// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.time.Instant;

import io.github.telegramnopool.api.AttachedFiles;
import io.github.telegramnopool.api.ChatId;
import io.github.telegramnopool.api.InputFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;

/**
 * Writes a property, or nothing where there is no value.
 */
final class Writing {

	private Writing() {
	}

	static void property(JsonGenerator out, String name, int value) {
		out.writeNumberProperty(name, value);
	}

	static void property(JsonGenerator out, String name, @Nullable Integer value) {
		if (value != null) {
			out.writeNumberProperty(name, value.intValue());
		}
	}

	static void property(JsonGenerator out, String name, long value) {
		out.writeNumberProperty(name, value);
	}

	static void property(JsonGenerator out, String name, @Nullable Long value) {
		if (value != null) {
			out.writeNumberProperty(name, value.longValue());
		}
	}

	static void property(JsonGenerator out, String name, double value) {
		out.writeNumberProperty(name, value);
	}

	static void property(JsonGenerator out, String name, @Nullable Double value) {
		if (value != null) {
			out.writeNumberProperty(name, value.doubleValue());
		}
	}

	static void property(JsonGenerator out, String name, boolean value) {
		out.writeBooleanProperty(name, value);
	}

	static void property(JsonGenerator out, String name, @Nullable Boolean value) {
		if (value != null) {
			out.writeBooleanProperty(name, value);
		}
	}

	static void property(JsonGenerator out, String name, @Nullable String value) {
		if (value != null) {
			out.writeStringProperty(name, value);
		}
	}

	static void property(JsonGenerator out, String name, @Nullable Instant value) {
		if (value != null) {
			out.writeNumberProperty(name, value.getEpochSecond());
		}
	}

	static void property(JsonGenerator out, String name, @Nullable ChatId value) {
		if (value != null) {
			property(out, name, value.id());
			property(out, name, value.username());
		}
	}

	/**
	 * A file that is sent from here is added to the request's {@link AttachedFiles}, if
	 * the writer has some.
	 */
	static void property(JsonGenerator out, String name, @Nullable InputFile value, SerializationContext context) {
		if (value != null) {
			AttachedFiles attached = value.isUploaded() ? (AttachedFiles) context.getAttribute(AttachedFiles.class)
					: null;
			out.writeStringProperty(name, (attached != null) ? attached.attach(value) : value.reference());
		}
	}

	static <T> void property(JsonGenerator out, String name, @Nullable T value, Codec<T> codec,
			SerializationContext context) {
		if (value != null) {
			out.writeName(name);
			codec.write(value, out, context);
		}
	}

}
