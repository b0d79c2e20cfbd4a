// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Switches the simulator on if there is no token.
 */
class SimulatorWithoutToken implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (!StringUtils.hasText(environment.getProperty("telegram.token"))) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("simulator", Map.of("telegram.simulator.enabled", "true")));
		}
	}

}
