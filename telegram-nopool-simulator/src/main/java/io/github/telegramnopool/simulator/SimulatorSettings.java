// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a simulator is built from.
 *
 * @param host the address to listen on
 * @param port port of the plain listener, or 0 for any
 * @param tlsPort port of the TLS listener, or 0 for any
 * @param names the names and addresses in the TLS listener's certificate
 * @param tokens the tokens that work, or none for every well-formed one
 * @param seed what the first update ids come from, or {@code null} for chance
 * @param clock what dates come from
 * @param history who is told what happens
 * @param strict whether calls are refused that the schema does not allow
 * @param files what is done with files
 * @param floodLimits how many messages are too many, or {@code null} for no limit
 * @param webhooks which webhooks are accepted and called
 */
record SimulatorSettings(String host, int port, int tlsPort, List<String> names, Set<String> tokens,
		@Nullable Long seed, Clock clock, HistoryListener history, boolean strict, FileRules files,
		@Nullable FloodLimits floodLimits, WebhookRules webhooks) {

}
