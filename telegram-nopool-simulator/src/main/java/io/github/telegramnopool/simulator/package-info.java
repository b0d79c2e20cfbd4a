// SPDX-License-Identifier: Apache-2.0
/**
 * An embeddable Bot API server for tests and for trying bots without a token.
 */
@NullMarked
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.NullMarked;
