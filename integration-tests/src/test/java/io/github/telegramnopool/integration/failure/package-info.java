// SPDX-License-Identifier: Apache-2.0
/**
 * The ways in which bots behind proxies fail, one class for each row of
 * {@code docs/failures.md}.
 */
@NullMarked
package io.github.telegramnopool.integration.failure;

import org.jspecify.annotations.NullMarked;
