// SPDX-License-Identifier: Apache-2.0
/**
 * The starter in applications of strangers, each with the class path that Maven gives it
 * and in a JVM of its own.
 */
package io.github.telegramnopool.smoke;
