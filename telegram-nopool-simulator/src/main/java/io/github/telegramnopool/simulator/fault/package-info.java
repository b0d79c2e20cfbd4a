// SPDX-License-Identifier: Apache-2.0
/**
 * A proxy whose faults can be switched while it runs.
 */
@NullMarked
package io.github.telegramnopool.simulator.fault;

import org.jspecify.annotations.NullMarked;
