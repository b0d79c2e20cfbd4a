// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.io.PrintStream;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/**
 * A Spring Boot application with nothing but what is on its class path. Says on its
 * standard output when it has started, and then, as soon as it gets a line, what of its
 * heap is in use. Settings are its arguments.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartedApplication {

	/**
	 * Run until the standard input ends.
	 * @param arguments settings, as {@code --name=value}
	 * @throws Exception if the input cannot be read
	 */
	public static void main(String[] arguments) throws Exception {
		run(StartedApplication.class, arguments);
	}

	/**
	 * Run until the standard input ends.
	 * @param application its configuration
	 * @param arguments settings, as {@code --name=value}
	 * @throws Exception if the input cannot be read
	 */
	public static void run(Class<?> application, String... arguments) throws Exception {
		PrintStream out = System.out;
		System.setOut(System.err);
		new SpringApplicationBuilder(application)
			.properties("spring.main.banner-mode=off", "spring.main.keep-alive=true")
			.run(arguments);
		new Answer().print(out);
		while (System.in.read() == '\n') {
			new Answer().with("heap", Consumption.usedHeap()).print(out);
		}
		Runtime.getRuntime().halt(0);
	}

}
