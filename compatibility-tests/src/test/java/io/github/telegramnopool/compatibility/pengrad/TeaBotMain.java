// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.pengrad;

import com.pengrad.telegrambot.TelegramBot;

/**
 * Starts {@link TeaBot} against the simulator.
 */
final class TeaBotMain {

	private TeaBotMain() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		ProcessHandle.current().parent().ifPresent((test) -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
		new TeaBot(new TelegramBot.Builder(arguments[1]).apiUrl(arguments[0] + "/bot").build()).listen();
		Thread.currentThread().join();
	}

}
