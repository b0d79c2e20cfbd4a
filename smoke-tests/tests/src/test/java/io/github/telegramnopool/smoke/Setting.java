// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A kind of application, by the starter of Boot that it has.
 */
enum Setting {

	NONE(null), WEBMVC("Tomcat"), WEBFLUX("Netty");

	private final @Nullable String server;

	Setting(@Nullable String server) {
		this.server = server;
	}

	/**
	 * The web server, as Boot calls it in the log.
	 */
	@Nullable String server() {
		return this.server;
	}

	/**
	 * What the application has without our starter.
	 */
	List<String> classPath() {
		return read(Path.of("..", name().toLowerCase(Locale.ROOT)));
	}

	/**
	 * What it has with our starter. Maven takes all versions from Boot's list, so what
	 * two dependencies bring together is what each of them brings.
	 */
	List<String> classPathWithBot() {
		return Stream.of(classPath(), read(Path.of("."))).flatMap(List::stream).distinct().toList();
	}

	private static List<String> read(Path module) {
		Path file = module.resolve(Path.of("target", "class-path.txt"));
		try {
			return List.of(Files.readString(file).strip().split(File.pathSeparator));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Maven has not told the class path", ex);
		}
	}

}
