// SPDX-License-Identifier: Apache-2.0
/**
 * The promises of the project, each shown with real sockets.
 */
@NullMarked
package io.github.telegramnopool.integration;

import org.jspecify.annotations.NullMarked;
