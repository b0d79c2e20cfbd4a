// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/**
 * Writes which version of the Bot API the vocabulary is of.
 */
final class VersionWriter {

	void write(GeneratedSources sources) {
		String version = Schema.read("schema.json", Version.class).version();
		sources.add(TypeNames.API, TypeSpec.classBuilder("BotApiVersion")
			.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
			.addJavadoc("The version of the Bot API that this vocabulary is of.\n\n@since 0.1.0\n")
			.addField(FieldSpec.builder(String.class, "VERSION", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
				.addJavadoc("The last version that is known as a whole. What is known of later ones is there too.\n")
				.initializer("$S", version)
				.build())
			.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
			.build());
	}

	/**
	 * What the schema says of itself.
	 */
	record Version(String version) {

	}

}
