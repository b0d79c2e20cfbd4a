// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import io.github.telegramnopool.simulator.ConnectionRecord;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.autoconfigure.TelegramBotTest;
import io.github.telegramnopool.simulator.autoconfigure.TelegramConversation;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slice whose bot has a proxy to be broken.
 */
@TelegramBotTest(faultProxy = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultProxySliceTests {

	@Autowired
	private FaultProxy proxy;

	@Test
	@Order(1)
	void botGoesThroughTheProxy(TelegramConversation conversation, TelegramSimulator simulator) {
		assertThat(conversation.write("/start")).answers("Hello in private");
		assertThat(simulator.connections()).isNotEmpty().allMatch(ConnectionRecord::tls);
		assertThat(this.proxy.tunnels()).isNotEmpty();
	}

	@Test
	@Order(2)
	void answerSurvivesABrokenConnection(TelegramConversation conversation, FaultProxy proxy) {
		assertThat(conversation.write("/start")).answers("Hello in private");
		proxy.faults().next(Fault.blackHoleAfter(0));
		assertThat(conversation.write("/start")).answers("Hello in private");
		proxy.refuseConnections();
	}

	@Test
	@Order(3)
	void proxyIsHealedForTheNextTest(TelegramConversation conversation) {
		assertThat(conversation.write("/start")).answers("Hello in private");
	}

}
