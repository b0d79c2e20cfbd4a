// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application whose bot is tested.
 */
@SpringBootApplication
class SliceApplication {

}
