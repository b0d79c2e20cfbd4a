// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.client.CallObserver;
import io.github.telegramnopool.dispatch.UpdateObserver;
import io.github.telegramnopool.transport.ClientCustomizers;
import io.github.telegramnopool.transport.PhaseListener;

import org.springframework.beans.factory.BeanFactory;

/**
 * Whoever watches the bots of an application.
 *
 * @param calls watches calls
 * @param updates watches the handling of updates
 * @param phases told how long the phases of each call took
 */
record BotObservers(CallObserver calls, UpdateObserver updates, PhaseListener phases) {

	static BotObservers of(BeanFactory beans) {
		return new BotObservers(beans.getBeanProvider(CallObserver.class).getIfAvailable(() -> CallObserver.NONE),
				UpdateObserver.all(beans.getBeanProvider(UpdateObserver.class).orderedStream().toList()),
				beans.getBeanProvider(PhaseListener.class).getIfAvailable(() -> PhaseListener.NONE));
	}

	/**
	 * Let the clients of a bot tell their times, if anybody wants to know.
	 * @param poll whether they are the poller's
	 */
	ClientCustomizers listenBy(ClientCustomizers customizers, String bot, boolean poll) {
		return (this.phases == PhaseListener.NONE) ? customizers
				: customizers.listeningBy((times) -> this.phases.ended(bot, poll, times));
	}

}
