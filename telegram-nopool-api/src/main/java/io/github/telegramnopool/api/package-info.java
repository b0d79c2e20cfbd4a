// SPDX-License-Identifier: Apache-2.0
/**
 * What every part of the Bot API's vocabulary shares: methods, chats, files, and how they
 * are read and written as JSON.
 */
@NullMarked
package io.github.telegramnopool.api;

import org.jspecify.annotations.NullMarked;
