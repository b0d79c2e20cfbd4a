// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.ProxyType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SystemProxy}.
 */
class SystemProxyTests {

	private final Map<String, String> environment = new HashMap<>();

	private final Map<String, String> properties = new HashMap<>();

	@Test
	void isNoneByDefault() {
		assertThat(find()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy" })
	void comesFromTheEnvironment(String variable) {
		this.environment.put(variable, "socks5://user:p%40ss@proxy.test:1080");
		assertThat(find()).isEqualTo(new ProxySettings(ProxyType.SOCKS5, "proxy.test", 1080, "user", "p@ss"));
	}

	@Test
	void speaksHttpIfTheVariableDoesNotSay() {
		this.environment.put("https_proxy", "proxy.test:3128");
		assertThat(find()).isEqualTo(new ProxySettings(ProxyType.HTTP, "proxy.test", 3128, null, null));
	}

	@Test
	void prefersTheVariableOfTheScheme() {
		this.environment.put("ALL_PROXY", "socks5://all.test:1080");
		this.environment.put("HTTPS_PROXY", "http://https.test:3128");
		this.environment.put("HTTP_PROXY", "http://http.test:3128");
		assertThat(find()).extracting(ProxySettings::host).isEqualTo("https.test");
	}

	@Test
	void prefersTheSystemProperties() {
		this.environment.put("HTTPS_PROXY", "http://environment.test:3128");
		this.properties.put("https.proxyHost", "property.test");
		this.properties.put("https.proxyPort", "8888");
		assertThat(find()).isEqualTo(new ProxySettings(ProxyType.HTTP, "property.test", 8888, null, null));
	}

	@Test
	void knowsSocksByTheSystemProperties() {
		this.properties.put("socksProxyHost", "socks.test");
		this.properties.put("java.net.socks.username", "user");
		this.properties.put("java.net.socks.password", "secret");
		assertThat(find()).isEqualTo(new ProxySettings(ProxyType.SOCKS5, "socks.test", 1080, "user", "secret"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "*", "api.telegram.org", ".telegram.org", "telegram.org", "example.org, API.telegram.org" })
	void obeysNoProxy(String hosts) {
		this.environment.put("HTTPS_PROXY", "http://proxy.test:3128");
		this.environment.put("NO_PROXY", hosts);
		assertThat(find()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "gram.org", "org.telegram", "api.telegram.org.test" })
	void goesThroughTheProxyToOtherHosts(String hosts) {
		this.environment.put("HTTPS_PROXY", "http://proxy.test:3128");
		this.environment.put("NO_PROXY", hosts);
		assertThat(find()).isNotNull();
	}

	@Test
	void obeysNonProxyHosts() {
		this.properties.put("https.proxyHost", "proxy.test");
		this.properties.put("http.nonProxyHosts", "localhost|*.telegram.org");
		assertThat(find()).isNull();
	}

	@Test
	void namesTheVariableThatCanNotBeUsedWithoutItsValue() {
		this.environment.put("ALL_PROXY", "https://user:s3cret@proxy.test:443");
		assertThatIllegalArgumentException().isThrownBy(this::find)
			.withMessageContaining("ALL_PROXY")
			.withMessageNotContaining("s3cret");
	}

	private @Nullable ProxySettings find() {
		return new SystemProxy(this.environment::get, this.properties::get)
			.find(URI.create("https://api.telegram.org"));
	}

}
