// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of a client from npm. Without Node.js and npm they are skipped and say so; in CI
 * that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NodeBots.class)
@Tag("long")
@interface RequiresNode {

}
