// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.List;

/**
 * The threads of all bots in this JVM.
 */
final class TelegramThreads {

	private TelegramThreads() {
	}

	static List<String> names() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("telegram-"))
			.toList();
	}

}
