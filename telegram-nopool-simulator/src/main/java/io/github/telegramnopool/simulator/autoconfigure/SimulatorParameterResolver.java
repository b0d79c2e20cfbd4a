// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.lang.reflect.Method;
import java.util.Set;

import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Hands the beans of the simulator to methods that ask for them by their types alone.
 * Those with {@code @Autowired} are Spring's.
 */
final class SimulatorParameterResolver implements ParameterResolver {

	private static final Set<Class<?>> TYPES = Set.of(TelegramConversation.class, TelegramSimulator.class,
			FaultProxy.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return TYPES.contains(parameter.getParameter().getType())
				&& parameter.getDeclaringExecutable() instanceof Method
				&& !ParameterResolutionDelegate.isAutowirable(parameter.getParameter(), parameter.getIndex());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		return SpringExtension.getApplicationContext(test).getBean(parameter.getParameter().getType());
	}

}
