// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration of observations and meters.
 */
@NullMarked
package io.github.telegramnopool.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
