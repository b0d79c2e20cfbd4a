// SPDX-License-Identifier: Apache-2.0
/**
 * Several bots of one application.
 */
@NullMarked
package io.github.telegramnopool.integration.bots;

import org.jspecify.annotations.NullMarked;
