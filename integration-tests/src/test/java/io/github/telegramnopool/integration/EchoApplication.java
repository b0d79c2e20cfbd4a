// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application without web, to be run in a JVM of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(EchoBot.class)
public class EchoApplication {

	public static void main(String[] args) {
		new SpringApplicationBuilder(EchoApplication.class).web(WebApplicationType.NONE).run(args);
	}

}
