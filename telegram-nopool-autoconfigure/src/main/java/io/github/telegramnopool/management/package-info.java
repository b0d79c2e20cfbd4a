// SPDX-License-Identifier: Apache-2.0
/**
 * What can be seen and done of a bot that runs: the actuator's endpoint, information and
 * the masking of secrets. Only {@link io.github.telegramnopool.management.ManagedBot
 * ManagedBot} can be used without the actuator.
 */
@NullMarked
package io.github.telegramnopool.management;

import org.jspecify.annotations.NullMarked;
