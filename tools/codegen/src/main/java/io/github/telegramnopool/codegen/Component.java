// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * One component of a generated record.
 *
 * @param name name in Java
 * @param type type if it is there, a primitive where Java has one
 * @param required whether a value can't be made without it
 * @param doc what its Javadoc says
 * @param entities the component with the entities of a text, or {@code null} if this is
 * no such text
 */
record Component(String name, TypeName type, boolean required, String doc, @Nullable String entities) {

	/**
	 * Type of the record's component.
	 */
	TypeName declared() {
		return this.required ? this.type : TypeNames.nullable(this.type);
	}

	boolean isList() {
		return this.type instanceof ParameterizedTypeName;
	}

	boolean isListOfLists() {
		return this.type instanceof ParameterizedTypeName list
				&& list.typeArguments().get(0) instanceof ParameterizedTypeName;
	}

	boolean isChatId() {
		return this.type.equals(TypeNames.CHAT_ID);
	}

}
