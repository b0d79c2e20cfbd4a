package io.github.telegramnopool.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
	 * What the application has with our starter.
	 */
	List<String> classPath() {
		return read("class-path.txt");
	}

	/**
	 * What it has if our starter is taken away.
	 */
	List<String> classPathWithoutUs() {
		return read("class-path-without-us.txt");
	}

	private List<String> read(String file) {
		Path path = Path.of("..", name().toLowerCase(Locale.ROOT), "target", file);
		try {
			return List.of(Files.readString(path).strip().split(File.pathSeparator));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Maven has not told the class path: " + path, ex);
		}
	}

}
