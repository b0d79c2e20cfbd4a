// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Begins the conversation anew before each test method, and takes back afterwards what
 * the method has broken.
 */
final class SimulatorTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 100;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (hasConversation(testContext)) {
			testContext.getApplicationContext().getBean(TelegramConversation.class).begin();
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (hasConversation(testContext)) {
			testContext.getApplicationContext().getBeanProvider(FaultProxy.class).forEach(this::heal);
			testContext.getApplicationContext().getBean(TelegramSimulator.class).clearScript();
		}
	}

	/**
	 * Other tests do as they please, and may lack what a conversation is made of: so ask
	 * by the name.
	 */
	private static boolean hasConversation(TestContext testContext) {
		return testContext.hasApplicationContext()
				&& testContext.getApplicationContext().containsBean(TelegramConversationAutoConfiguration.BEAN_NAME);
	}

	private void heal(FaultProxy proxy) {
		proxy.faults().none();
		proxy.healLive();
		proxy.acceptConnections();
	}

}
