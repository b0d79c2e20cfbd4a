// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;

import io.github.telegramnopool.transport.Phase;
import org.junit.jupiter.api.Test;

/**
 * What the user is told when a proxy opens a tunnel and it does not lead to Telegram.
 */
class BrokenTunnelTests {

	private static final String TUNNEL = "HTTP/1.1 200 Connection established\r\n\r\n";

	@Test
	void tunnelToNothing() throws IOException {
		try (ScriptedServer server = ScriptedServer.answering(TUNNEL)) {
			assertTold(server, "what is behind it seems to be down");
		}
	}

	@Test
	void tunnelThatBreaksBeforeTls() throws IOException {
		ScriptedServer breaking = ScriptedServer.following((client) -> {
			ScriptedServer.read(client);
			ScriptedServer.say(client, TUNNEL);
			ScriptedServer.read(client);
		});
		try (breaking) {
			assertTold(breaking, "what is behind it seems to be down");
		}
	}

	@Test
	void tunnelToSomethingThatIsNotTls() throws IOException {
		ScriptedServer plain = ScriptedServer.following((client) -> {
			ScriptedServer.read(client);
			ScriptedServer.say(client, TUNNEL);
			ScriptedServer.read(client);
			ScriptedServer.say(client, "HTTP/1.1 403 Blocked\r\nContent-Length: 0\r\n\r\n");
			ScriptedServer.read(client);
		});
		try (plain) {
			assertTold(plain, "something on the way blocks or redirects it");
		}
	}

	private static void assertTold(ScriptedServer server, String cure) {
		String url = server.url("http");
		SingleTry.through(url).assertTold(Phase.TLS, url.replace("://", " proxy "), cure);
	}

}
