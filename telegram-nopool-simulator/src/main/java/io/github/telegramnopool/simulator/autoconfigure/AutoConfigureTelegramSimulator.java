// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Puts a simulator in the place of Telegram, and a {@link TelegramConversation} beside
 * it, in a test that has its context from elsewhere, as from {@code @SpringBootTest}.
 *
 * @see TelegramBotTest
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SimulatorParameterResolver.class)
@ImportAutoConfiguration
@PropertyMapping("telegram.simulator")
public @interface AutoConfigureTelegramSimulator {

	/**
	 * Whether there is a simulator.
	 * @return {@code false} to undo what a superclass asks for
	 */
	boolean enabled() default true;

	/**
	 * Whether the bot reaches it by TLS and through a {@link FaultProxy}, which the test
	 * can break.
	 * @return whether there is a proxy
	 */
	boolean faultProxy() default false;

}
