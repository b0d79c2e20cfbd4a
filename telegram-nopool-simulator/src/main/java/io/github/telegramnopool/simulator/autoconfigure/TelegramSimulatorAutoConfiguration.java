// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.simulator.FaultSwitch;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the simulator: a bot of this application then talks to it, over
 * TLS and, unless {@code telegram.simulator.fault-proxy} is {@code false}, through the
 * fault proxy, which can be broken at the chat page.
 * <p>
 * Both are running when their beans are handed out, and stop when the context is closed,
 * after everything that uses them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(beforeName = "io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration")
@ConditionalOnClass(TelegramConnectionDetails.class)
@ConditionalOnBooleanProperty("telegram.simulator.enabled")
@EnableConfigurationProperties(TelegramSimulatorProperties.class)
public final class TelegramSimulatorAutoConfiguration {

	private static final Log logger = LogFactory.getLog(TelegramSimulatorAutoConfiguration.class);

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	TelegramSimulator telegramSimulator(TelegramSimulatorProperties properties) {
		TelegramSimulator simulator = TelegramSimulator.builder().port(properties.port()).build().start();
		logger.info("Telegram simulator started; write to the bot at " + simulator.url() + "/");
		return simulator;
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "telegram.simulator.fault-proxy", matchIfMissing = true)
	FaultProxy telegramSimulatorProxy() {
		return FaultProxy.builder().credentials("simulator", SimulatorConnectionDetails.secret()).build().start();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(FaultProxy.class)
	FaultSwitch telegramSimulatorFaultSwitch(TelegramSimulator simulator, FaultProxy proxy) {
		FaultSwitch faults = new FaultSwitch(proxy);
		simulator.addSwitch(faults);
		return faults;
	}

	@Bean
	@ConditionalOnMissingBean
	TelegramConnectionDetails telegramSimulatorConnectionDetails(TelegramSimulator simulator,
			ObjectProvider<FaultProxy> proxies) {
		FaultProxy proxy = proxies.getIfAvailable();
		return (proxy != null) ? SimulatorConnectionDetails.through(proxy, simulator)
				: SimulatorConnectionDetails.direct(simulator);
	}

}
