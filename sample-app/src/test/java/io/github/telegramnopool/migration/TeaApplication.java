// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.migration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * What starts the bot of the migration guides.
 */
@SpringBootApplication
class TeaApplication {

	public static void main(String[] args) {
		SpringApplication.run(TeaApplication.class, args);
	}

}
