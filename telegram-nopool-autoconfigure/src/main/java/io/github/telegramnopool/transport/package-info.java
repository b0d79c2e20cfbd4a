// SPDX-License-Identifier: Apache-2.0
/**
 * One fresh connection for every call: the unpooled HTTP client, proxies, TLS, phases and
 * deadlines, and the token. The only package that knows Netty.
 */
@NullMarked
package io.github.telegramnopool.transport;

import org.jspecify.annotations.NullMarked;
