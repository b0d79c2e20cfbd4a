// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A connection that a client opened to the simulator.
 *
 * @param number its number, from 1
 * @param tls whether it came to the TLS listener
 * @param openedAt when it was accepted
 * @param closedAt when it was closed, or {@code null} while it is open
 * @param requests how many calls it carried; 0 also for one that never finished its TLS
 * handshake
 * @since 0.1.0
 */
public record ConnectionRecord(long number, boolean tls, Instant openedAt, @Nullable Instant closedAt, int requests) {

}
