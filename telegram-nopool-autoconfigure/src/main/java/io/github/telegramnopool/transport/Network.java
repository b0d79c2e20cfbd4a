// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

/**
 * What the calls of a transport need to find their way.
 *
 * @param settings how connections are made
 * @param routes the routes and which of them work
 * @param addresses the addresses of proxies and servers
 * @param failures says what happened
 */
record Network(TransportSettings settings, Routes routes, AddressBook addresses, FailureTranslator failures) {

}
