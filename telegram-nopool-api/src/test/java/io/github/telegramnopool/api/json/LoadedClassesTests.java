// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the JVM has to load before the first update is read: each class that it loads is
 * paid for at every start.
 */
class LoadedClassesTests {

	@Test
	void loadsNoCodecThatIsNotNeeded() throws Exception {
		try (Loader loader = new Loader()) {
			Object mapper = loader.loadClass(BotApiJson.class.getName()).getMethod("mapper").invoke(null);
			assertThat(loader.codecs()).isEmpty();
			Class<?> user = loader.loadClass("io.github.telegramnopool.api.model.User");
			Object read = mapper.getClass()
				.getMethod("readValue", String.class, Class.class)
				.invoke(mapper, "{\"id\":1,\"is_bot\":false,\"first_name\":\"Ann\"}", user);
			assertThat(read).extracting("firstName").isEqualTo("Ann");
			assertThat(loader.codecs()).containsExactly("UserCodec");
		}
	}

	/**
	 * Loads everything on the class path once more, and notes the codecs.
	 */
	private static final class Loader extends URLClassLoader {

		private static final String PACKAGE = "io.github.telegramnopool.api.json.";

		/**
		 * What all codecs have in common.
		 */
		private static final Set<String> SHARED = Set.of("Codec", "ObjectCodec", "TaggedCodec", "UntaggedCodec",
				"ListCodec");

		private final Set<String> found = ConcurrentHashMap.newKeySet();

		Loader() {
			super(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.map(Loader::url)
				.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
		}

		private static URL url(String entry) {
			try {
				return Path.of(entry).toUri().toURL();
			}
			catch (MalformedURLException ex) {
				throw new IllegalArgumentException(ex);
			}
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			if (name.startsWith(PACKAGE) && name.endsWith("Codec")) {
				this.found.add(name.substring(PACKAGE.length()));
			}
			return super.findClass(name);
		}

		Set<String> codecs() {
			Set<String> codecs = new TreeSet<>(this.found);
			codecs.removeAll(SHARED);
			return codecs;
		}

	}

}
