// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.LinkedHashMap;
import java.util.Map;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * Writes the values of {@code shortcuts.json} that are paths: {@code chat.id},
 * {@code query_id!} where it must be there, or
 * {@code message_thread_id if is_topic_message}. Notes on its way what must be there.
 */
final class PathWriter {

	private final FieldPaths paths;

	private final String owner;

	private final String place;

	private final Map<CodeBlock, String> needs = new LinkedHashMap<>();

	PathWriter(FieldPaths paths, String owner, String place) {
		this.paths = paths;
		this.owner = owner;
		this.place = place;
	}

	/**
	 * Conditions under which something that must be there is missing, with the path to
	 * it.
	 */
	Map<CodeBlock, String> needs() {
		return this.needs;
	}

	CodeBlock write(TypeName type, boolean required, String text) {
		String[] parts = text.split(" if ", 2);
		String name = parts[0].replace("!", "");
		FieldPath path = as(type, this.paths.find(this.owner, name));
		if (!path.type().equals(type)) {
			throw ShortcutCheck.misfit(this.place, "'" + text + "'", type);
		}
		if (parts.length > 1) {
			path = path.onlyIf(condition(parts[1]));
		}
		if (path.isCertain()) {
			return path.code();
		}
		if (required || parts[0].endsWith("!")) {
			this.needs.putIfAbsent(path.isMissing(), name);
			return path.code();
		}
		return path.orNull();
	}

	private static FieldPath as(TypeName type, FieldPath path) {
		boolean chat = type.equals(TypeNames.CHAT_ID) && path.type().equals(TypeName.LONG);
		return chat ? path.as(type, CodeBlock.of("$T.of($L)", type, path.code())) : path;
	}

	private Condition condition(String text) {
		FieldPath path = this.paths.find(this.owner, text);
		if (!path.type().equals(TypeName.BOOLEAN)) {
			throw ShortcutCheck.misfit(this.place, "'" + text + "'", TypeName.BOOLEAN);
		}
		return Condition.isTrue(path.orNull());
	}

}
