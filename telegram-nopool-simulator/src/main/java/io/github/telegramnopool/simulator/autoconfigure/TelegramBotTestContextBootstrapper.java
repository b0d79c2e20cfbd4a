// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Begins the context of a {@link TelegramBotTest}.
 */
class TelegramBotTestContextBootstrapper extends TestSliceTestContextBootstrapper<TelegramBotTest> {

}
