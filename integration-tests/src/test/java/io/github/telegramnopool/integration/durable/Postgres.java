// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.durable;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * A PostgreSQL, made of Debian's packages.
 */
final class Postgres extends GenericContainer<Postgres> {

	// Kept after the tests, so that only the first run installs packages
	private static final ImageFromDockerfile IMAGE = new ImageFromDockerfile("telegram-nopool/postgres", false)
		.withFileFromClasspath(".", "docker/postgres")
		.withBuildImageCmdModifier((build) -> build.withNetworkMode("host"));

	private static final int PORT = 5432;

	Postgres() {
		super(IMAGE);
		addFixedExposedPort(freePort(), PORT);
		waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 1));
	}

	/**
	 * A port that it keeps when it is killed and revived.
	 */
	private static int freePort() {
		while (true) {
			int port = RandomGenerator.getDefault().nextInt(20_000, 30_000);
			try (ServerSocket socket = new ServerSocket(port)) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// Somebody else has it
			}
		}
	}

	Map<String, Object> properties() {
		return Map.of("spring.datasource.url",
				"jdbc:postgresql://%s:%d/postgres".formatted(getHost(), getMappedPort(PORT)),
				"spring.datasource.username", "bot", "spring.datasource.hikari.connection-timeout", "2000",
				"spring.datasource.hikari.maximum-pool-size", "2",
				"spring.modulith.events.jdbc.schema-initialization.enabled", "true",
				"spring.modulith.events.republish-outstanding-events-on-restart", "true");
	}

	/**
	 * End it as a power failure does.
	 */
	void kill() {
		getDockerClient().killContainerCmd(getContainerId()).exec();
	}

	/**
	 * Start it again after {@link #kill()}, on the same port.
	 */
	void revive() {
		getDockerClient().startContainerCmd(getContainerId()).exec();
	}

}
