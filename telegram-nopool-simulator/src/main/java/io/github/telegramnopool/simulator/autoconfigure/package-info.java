/**
 * Brings the simulator into an application, in the place of Telegram.
 */
@NullMarked
package io.github.telegramnopool.simulator.autoconfigure;

import org.jspecify.annotations.NullMarked;
