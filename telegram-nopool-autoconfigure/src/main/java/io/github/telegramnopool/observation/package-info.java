// SPDX-License-Identifier: Apache-2.0
/**
 * Calls, updates and connections as Micrometer sees them: observations, whose conventions
 * can be replaced, and meters. Nobody imports this package but the auto-configuration.
 */
@NullMarked
package io.github.telegramnopool.observation;

import org.jspecify.annotations.NullMarked;
