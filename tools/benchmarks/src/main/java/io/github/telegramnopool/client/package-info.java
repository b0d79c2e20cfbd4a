// SPDX-License-Identifier: Apache-2.0
/**
 * What the benchmarks measure that is no public API.
 */
@NullMarked
package io.github.telegramnopool.client;

import org.jspecify.annotations.NullMarked;
