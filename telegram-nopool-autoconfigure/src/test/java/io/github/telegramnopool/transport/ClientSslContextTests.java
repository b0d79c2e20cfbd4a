// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link ClientSslContext}.
 */
class ClientSslContextTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(BotTransport.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
		this.logger.setLevel(Level.DEBUG);
	}

	@AfterEach
	void stopListening() {
		this.logger.setLevel(null);
		this.logger.detachAppender(this.log);
	}

	@Test
	void isMadeAndToldOfOnce() {
		ClientSslContext context = new ClientSslContext(null, SslProvider.JDK);
		assertThat(lines()).isEmpty();
		assertThat(context.get()).isSameAs(context.get());
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("TLS is the JDK's, which resumes sessions less often when several calls are under way. ")
			.contains("netty-tcnative-boringssl-static");
	}

	@Test
	void prefersTcnative() {
		assumeTrue(OpenSsl.isAvailable(),
				() -> "netty-tcnative has no native library for this platform: " + OpenSsl.unavailabilityCause());
		assertThat(new ClientSslContext(null).get().sessionContext().getClass().getSimpleName()).contains("OpenSsl");
		assertThat(lines()).containsExactly("TLS is BoringSSL's, by netty-tcnative");
	}

	private List<String> lines() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
