package io.github.telegramnopool.simulator.autoconfigure;

import java.net.InetSocketAddress;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.simulator.FaultSwitch;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the simulator: a bot of this application then talks to it, over
 * TLS and through the fault proxy, which can be broken at the chat page.
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
	FaultProxy telegramSimulatorProxy() {
		return FaultProxy.builder().credentials("simulator", SimulatorConnectionDetails.secret()).build().start();
	}

	@Bean
	@ConditionalOnMissingBean
	FaultSwitch telegramSimulatorFaultSwitch(TelegramSimulator simulator, FaultProxy proxy) {
		FaultSwitch faults = new FaultSwitch(proxy);
		simulator.addSwitch(faults);
		return faults;
	}

	@Bean
	@ConditionalOnMissingBean
	TelegramConnectionDetails telegramSimulatorConnectionDetails(TelegramSimulator simulator, FaultProxy proxy) {
		proxy.route(SimulatorConnectionDetails.HOST, new InetSocketAddress(simulator.host(), simulator.tlsPort()));
		return new SimulatorConnectionDetails(simulator, proxy);
	}

}
