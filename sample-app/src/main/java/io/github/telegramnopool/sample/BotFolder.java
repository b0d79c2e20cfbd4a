// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * A folder for what the bot downloads, with two pictures in it to send. It lasts as long
 * as the application.
 * <p>
 * The pictures are copied, since what is inside of a jar has no path.
 */
@Component
final class BotFolder implements DisposableBean {

	private final Path path;

	BotFolder() throws IOException {
		this.path = Files.createTempDirectory("sample-bot");
		add("dawn.png");
		add("dusk.png");
	}

	private void add(String picture) throws IOException {
		try (InputStream content = new ClassPathResource("pictures/" + picture).getInputStream()) {
			Files.copy(content, resolve(picture));
		}
	}

	Path resolve(String name) {
		return this.path.resolve(name);
	}

	@Override
	public void destroy() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
