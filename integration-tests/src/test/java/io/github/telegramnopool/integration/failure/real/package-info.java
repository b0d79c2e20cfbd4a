// SPDX-License-Identifier: Apache-2.0
/**
 * The failures of {@code docs/failures.md} that are about proxies, brought about in real
 * ones: each row's class is in the package above, here it meets the programs that people
 * have.
 */
@NullMarked
package io.github.telegramnopool.integration.failure.real;

import org.jspecify.annotations.NullMarked;
