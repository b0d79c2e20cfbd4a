// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Looks names up, blocking as long as it takes.
 */
@FunctionalInterface
interface NameService {

	/**
	 * The operating system's, behind the JVM's cache.
	 */
	NameService JVM = InetAddress::getAllByName;

	InetAddress[] lookUp(String host) throws UnknownHostException;

}
