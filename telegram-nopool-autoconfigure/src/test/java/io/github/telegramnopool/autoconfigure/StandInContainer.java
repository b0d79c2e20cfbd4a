// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import org.testcontainers.containers.GenericContainer;

/**
 * Says of itself what a running container does, and needs no engine for that.
 */
final class StandInContainer extends GenericContainer<StandInContainer> {

	private final String image;

	private boolean started;

	StandInContainer(String image) {
		super(image);
		this.image = image;
	}

	boolean isStarted() {
		return this.started;
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
	}

	@Override
	public String getDockerImageName() {
		return this.image;
	}

	@Override
	public String getHost() {
		return "docker.test";
	}

	@Override
	public Integer getMappedPort(int originalPort) {
		return 30_000 + originalPort;
	}

}
