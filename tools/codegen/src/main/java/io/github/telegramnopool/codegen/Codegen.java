// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Entry point: {@code vocabulary|facades} and the folder to write into.
 */
public final class Codegen {

	private Codegen() {
	}

	public static void main(String[] args) throws IOException {
		if (args.length != 2) {
			throw new IllegalArgumentException("Codegen needs two arguments: 'vocabulary' or 'facades', and a folder");
		}
		GeneratedSources sources = generate(args[0]);
		sources.writeTo(Path.of(args[1]));
	}

	static GeneratedSources generate(String output) {
		Overlay overlay = Overlay.load();
		Schema schema = Schema.load().with(overlay.unions()).withAbsent(overlay.mayBeAbsent());
		overlay.check(schema);
		TypeNames types = new TypeNames(schema, overlay);
		GeneratedSources sources = new GeneratedSources();
		switch (output) {
			case "vocabulary" -> vocabulary(schema, types, sources);
			case "facades" -> new FacadeWriter(schema, types).write(sources);
			default ->
				throw new IllegalArgumentException("Unknown output '" + output + "': say 'vocabulary' or 'facades'");
		}
		return sources;
	}

	private static void vocabulary(Schema schema, TypeNames types, GeneratedSources sources) {
		new ModelWriter(schema, types).write(sources);
		new UnionWriter(schema, types).write(sources);
		new MethodWriter(schema, types).write(sources);
		new EventWriter(schema, types).write(sources);
		new UpdateKindWriter(schema, types).write(sources);
		new VersionWriter().write(sources);
		new CodecWriter(schema, types).write(sources);
		new UnionCodecWriter(schema).write(sources);
		new CodecIndexWriter(schema).write(sources);
		// Last: only now is it known which enumerations the fields have asked for
		new EnumWriter(types).write(sources);
	}

}
