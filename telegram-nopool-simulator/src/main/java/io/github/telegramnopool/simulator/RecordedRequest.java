// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A call that reached the simulator.
 *
 * @param botId id of the bot that called
 * @param method name of the method, as Telegram writes it
 * @param verb the HTTP method
 * @param path the path as it came, with the secret masked
 * @param headers the request's headers by lower-case name, the first value of each
 * @param parameters the parameters from query and body
 * @param files the names of the parameters that carried a file
 * @param time when the request was complete
 * @param connection number of the connection that carried it, from 1
 * @param tls whether that was a connection of the TLS listener
 * @since 0.1.0
 */
public record RecordedRequest(long botId, String method, String verb, String path, Map<String, String> headers,
		Map<String, String> parameters, Set<String> files, Instant time, long connection, boolean tls) {

}
