// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.List;
import java.util.Objects;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes a record for each kind of update, and the sealed interface of them all.
 */
final class EventWriter {

	static final ClassName UPDATE_EVENT = ClassName.get(TypeNames.EVENT, "UpdateEvent");

	/** Written by hand: these don't follow from the schema. */
	private static final List<String> OTHER_EVENTS = List.of("CommandEvent", "UnknownUpdateEvent");

	private final Schema schema;

	private final TypeNames types;

	EventWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
	}

	void write(GeneratedSources sources) {
		kinds(this.schema).forEach((kind) -> sources.add(TypeNames.EVENT, write(kind)));
		sources.add(TypeNames.EVENT, updateEvent());
	}

	/**
	 * Fields of an update of which exactly one is there.
	 */
	static List<Schema.Field> kinds(Schema schema) {
		return schema.type("Update").fields().stream().filter((field) -> !field.required()).toList();
	}

	static ClassName eventOf(Schema.Field kind) {
		return ClassName.get(TypeNames.EVENT, Names.pascal(kind.name()) + "Event");
	}

	private TypeSpec write(Schema.Field kind) {
		String accessor = Names.camel(kind.name());
		TypeName payload = this.types.of("Update", kind);
		return TypeSpec.recordBuilder(eventOf(kind))
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("An update that brought a {@code $L}.$L\n\n", kind.name(), Docs.since(kind.since()))
			.addJavadoc("@param update the update\n@param bot the bot that received it\n")
			.addJavadoc(Docs.see("Update"))
			.addSuperinterface(UPDATE_EVENT)
			.recordConstructor(MethodSpec.compactConstructorBuilder()
				.addModifiers(Modifier.PUBLIC)
				.addParameter(TypeNames.UPDATE, "update")
				.addParameter(TypeNames.BOT_INFO, "bot")
				.addStatement("$T.requireNonNull(update.$L(), $S)", Objects.class, accessor,
						"The update has no '" + kind.name() + "'")
				.build())
			.addMethod(MethodSpec.methodBuilder(accessor)
				.addModifiers(Modifier.PUBLIC)
				.returns(payload)
				.addJavadoc("What the update brought.\n@return its {@code $L}\n", kind.name())
				.addStatement("return $T.requireNonNull(this.update.$L())", Objects.class, accessor)
				.build())
			.build();
	}

	private TypeSpec updateEvent() {
		TypeSpec.Builder type = TypeSpec.interfaceBuilder(UPDATE_EVENT)
			.addModifiers(Modifier.PUBLIC, Modifier.SEALED)
			.addJavadoc("An update, published once: as a command, else as its kind's event.\n");
		kinds(this.schema).forEach((kind) -> type.addPermittedSubclass(eventOf(kind)));
		OTHER_EVENTS.forEach((name) -> type.addPermittedSubclass(ClassName.get(TypeNames.EVENT, name)));
		return type
			.addMethod(MethodSpec.methodBuilder("update")
				.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
				.returns(TypeNames.UPDATE)
				.addJavadoc("The update as it came.\n@return the update\n")
				.build())
			.addMethod(MethodSpec.methodBuilder("bot")
				.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
				.returns(TypeNames.BOT_INFO)
				.addJavadoc("The bot that received it.\n@return the bot\n")
				.build())
			.build();
	}

}
