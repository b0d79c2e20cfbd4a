// SPDX-License-Identifier: Apache-2.0
/**
 * Real proxies from Debian's packages, in containers.
 */
@NullMarked
package io.github.telegramnopool.integration.proxy;

import org.jspecify.annotations.NullMarked;
