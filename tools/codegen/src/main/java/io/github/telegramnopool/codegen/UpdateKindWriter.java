// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.util.function.BiFunction;
import java.util.function.Function;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;

/**
 * Writes the enumeration of the kinds of updates: a row of facts for each.
 */
final class UpdateKindWriter {

	private static final ClassName UPDATE_KIND = ClassName.get(TypeNames.EVENT, "UpdateKind");

	private static final TypeName EVENT_TYPE = ParameterizedTypeName.get(ClassName.get(Class.class),
			WildcardTypeName.subtypeOf(EventWriter.UPDATE_EVENT));

	private static final TypeName PAYLOAD = ParameterizedTypeName.get(ClassName.get(Function.class), TypeNames.UPDATE,
			TypeNames.nullable(ClassName.get(Object.class)));

	private static final TypeName EVENT = ParameterizedTypeName.get(ClassName.get(BiFunction.class), TypeNames.UPDATE,
			TypeNames.BOT_INFO, EventWriter.UPDATE_EVENT);

	private final Schema schema;

	private final TypeNames types;

	UpdateKindWriter(Schema schema, TypeNames types) {
		this.schema = schema;
		this.types = types;
	}

	void write(GeneratedSources sources) {
		TypeSpec.Builder type = TypeSpec.enumBuilder(UPDATE_KIND)
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("What an update can bring.\n\n")
			.addJavadoc(Docs.see("Update"));
		EventWriter.kinds(this.schema).forEach((kind) -> addConstant(type, kind));
		addFields(type);
		type.addMethod(of())
			.addMethod(getter("value", ClassName.get(String.class), "The kind as the Bot API spells it.", "the name"))
			.addMethod(getter("byDefault", TypeName.BOOLEAN, "Whether Telegram sends it without being asked to.",
					"whether it does"))
			.addMethod(getter("eventType", EVENT_TYPE, "The event that it is published as.", "the type of the event"))
			.addMethod(event())
			.addMethod(new UpdateIdWriter(this.schema, "Chat", "chat").write("chatId", "The chat that it happened in."))
			.addMethod(new UpdateIdWriter(this.schema, "User", "from", "user").write("userId",
					"The user that caused it."));
		sources.add(TypeNames.EVENT, type.build());
	}

	private void addConstant(TypeSpec.Builder type, Schema.Field kind) {
		type.addEnumConstant(Names.constant(kind.name()),
				TypeSpec
					.anonymousClassBuilder("$1S, $2L, $3T.class, $4T::$5L, $3T::new", kind.name(),
							!this.types.isOptIn(kind.name()), EventWriter.eventOf(kind), TypeNames.UPDATE,
							Names.camel(kind.name()))
					.addJavadoc("{@code $L}.$L\n", kind.name(), Docs.since(kind.since()))
					.build());
	}

	private static void addFields(TypeSpec.Builder type) {
		MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
		add(type, constructor, ClassName.get(String.class), "value");
		add(type, constructor, TypeName.BOOLEAN, "byDefault");
		add(type, constructor, EVENT_TYPE, "eventType");
		add(type, constructor, PAYLOAD, "payload");
		add(type, constructor, EVENT, "event");
		type.addMethod(constructor.build());
	}

	private static void add(TypeSpec.Builder type, MethodSpec.Builder constructor, TypeName fieldType, String name) {
		type.addField(FieldSpec.builder(fieldType, name, Modifier.PRIVATE, Modifier.FINAL).build());
		constructor.addParameter(fieldType, name).addStatement("this.$1L = $1L", name);
	}

	private static MethodSpec of() {
		return MethodSpec.methodBuilder("of")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.addParameter(TypeNames.UPDATE, "update")
			.returns(TypeNames.nullable(UPDATE_KIND))
			.addJavadoc("Finds the kind of an update.\n@param update the update\n")
			.addJavadoc("@return its kind or {@code null} if it is not known here\n")
			.beginControlFlow("for ($T kind : values())", UPDATE_KIND)
			.beginControlFlow("if (kind.payload.apply(update) != null)")
			.addStatement("return kind")
			.endControlFlow()
			.endControlFlow()
			.addStatement("return null")
			.build();
	}

	private static MethodSpec getter(String name, TypeName type, String sentence, String what) {
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.returns(type)
			.addJavadoc("$L\n@return $L\n", sentence, what)
			.addStatement("return this.$L", name)
			.build();
	}

	private static MethodSpec event() {
		return MethodSpec.methodBuilder("event")
			.addModifiers(Modifier.PUBLIC)
			.addParameter(TypeNames.UPDATE, "update")
			.addParameter(TypeNames.BOT_INFO, "bot")
			.returns(EventWriter.UPDATE_EVENT)
			.addJavadoc("Makes the event of an update of this kind.\n@param update the update\n")
			.addJavadoc("@param bot the bot that received it\n@return the event\n")
			.addStatement("return this.event.apply(update, bot)")
			.build();
	}

}
