// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProxySettings}.
 */
class ProxySettingsTests {

	private static final String PASSWORD = "s3cr3t-Pa55";

	@ParameterizedTest
	@CsvSource({ "http, HTTP", "HTTP, HTTP", "socks4, SOCKS4", "socks4a, SOCKS4", "socks5, SOCKS5", "socks5h, SOCKS5",
			"Socks5H, SOCKS5" })
	void readsTheScheme(String scheme, ProxyType type) {
		assertThat(ProxySettings.parse(scheme + "://proxy.test:1080"))
			.isEqualTo(new ProxySettings(type, "proxy.test", 1080, null, null));
	}

	@Test
	void readsCredentials() {
		assertThat(ProxySettings.parse("socks5://user:" + PASSWORD + "@127.0.0.1:7897"))
			.isEqualTo(new ProxySettings(ProxyType.SOCKS5, "127.0.0.1", 7897, "user", PASSWORD));
	}

	@Test
	void decodesCredentials() {
		ProxySettings proxy = ProxySettings.parse("http://us%40er:p%3A%2F%25%C3%A4%20+w@host:3128");
		assertThat(proxy.username()).isEqualTo("us@er");
		assertThat(proxy.password()).isEqualTo("p:/%\u00e4 +w");
	}

	@Test
	void takesTheLastAtSignForTheEndOfTheCredentials() {
		ProxySettings proxy = ProxySettings.parse("http://user@corp:pa@ss@host:3128");
		assertThat(proxy.username()).isEqualTo("user@corp");
		assertThat(proxy.password()).isEqualTo("pa@ss");
		assertThat(proxy.host()).isEqualTo("host");
	}

	@Test
	void takesTheFirstColonForTheEndOfTheUser() {
		ProxySettings proxy = ProxySettings.parse("http://user:pa:ss@host:3128");
		assertThat(proxy.username()).isEqualTo("user");
		assertThat(proxy.password()).isEqualTo("pa:ss");
	}

	@Test
	void readsIpv6Literals() {
		ProxySettings proxy = ProxySettings.parse("socks5://[2001:db8::1]:1080/");
		assertThat(proxy.host()).isEqualTo("2001:db8::1");
		assertThat(proxy.description()).isEqualTo("socks5 proxy [2001:db8::1]:1080");
	}

	@Test
	void allowsAUserWithoutPasswordForSocks4Only() {
		assertThat(ProxySettings.parse("socks4://user@host:1080").username()).isEqualTo("user");
		assertThat(ProxySettings.parse("socks4://user@host:1080").password()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			host:1080                             | not of the form
			http:host:1080                        | not of the form
			http://                               | not of the form
			http://host:1080/path                 | not of the form
			http://host:1080?x=y                  | not of the form
			http://ho st:1080@x:y                 | not of the form
			http://2001:db8::1:1080               | not of the form
			http://[]:1080                        | not of the form
			http://user:s3cr3t-Pa55@host:x        | not of the form
			http://user:s3cr3t/Pa55@host:1080     | not of the form
			https://user:s3cr3t-Pa55@host:1080    | https
			ftp://user:s3cr3t-Pa55@host:1080      | 'ftp' is unknown
			http://user:s3cr3t-Pa55@host          | no port
			http://user:s3cr3t-Pa55@host:0        | between 1 and 65535
			http://user:s3cr3t-Pa55@host:65536    | between 1 and 65535
			http://:s3cr3t-Pa55@host:1080         | a password but no user
			http://user@host:1080                 | a user but no password
			http://user:@host:1080                | a user but no password
			socks5://user@host:1080               | a user but no password
			http://user:s3cr3t%2@host:1080        | percent-encoded
			http://user:s3cr3t%zz@host:1080       | percent-encoded
			socks4://user:s3cr3t-Pa55@host:1080   | use socks5
			socks5://user:s3cr3t%C3%A4@host:1080  | ASCII
			""")
	void refuses(String url, String reason) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ProxySettings.parse(url))
			.withMessageContaining(reason)
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("s3cr3t", "Pa55"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 256, 1000 })
	void refusesSocks5CredentialsThatDoNotFitTheirLength(int length) {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> socks5("user", PASSWORD.repeat(length).substring(0, length)))
			.withMessageContaining("1 to 255 ASCII")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(PASSWORD));
		assertThat(socks5("u".repeat(255), "p".repeat(255)).username()).hasSize(255);
	}

	@Test
	void refusesAnEmptyUser() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> socks5("", "x"))
			.withMessageContaining("user is empty");
	}

	@Test
	void textFormShowsNoCredentials() {
		assertThat(socks5("the-user", PASSWORD)).hasToString("socks5 proxy 127.0.0.1:1080 with credentials");
		assertThat(socks5(null, null)).hasToString("socks5 proxy 127.0.0.1:1080");
	}

	private static ProxySettings socks5(@Nullable String username, @Nullable String password) {
		return new ProxySettings(ProxyType.SOCKS5, "127.0.0.1", 1080, username, password);
	}

}
