// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.telegramnopool.dispatch.DispatchSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BotProperties} and {@link NamedBots}.
 */
class BotPropertiesTests {

	private final ConfigurableEnvironment environment = new StandardEnvironment();

	@Test
	void aBotThatSetsNothingHasWhatAllHave() {
		set("telegram.base-url=http://shared", "telegram.proxy.url=socks5://h:1",
				"telegram.proxy.fallbacks=direct,http://h:2", "telegram.http.call-timeout=7s",
				"telegram.polling.limit=8", "telegram.polling.allowed-updates=message,poll",
				"telegram.dispatch.order=sequential", "telegram.flood.pacing=true", "telegram.commands.publish=true",
				"telegram.ssl.bundle=b", "telegram.test-environment=true", "telegram.local-files=true");
		TelegramProperties sales = bind("sales");
		assertThat(sales.getBaseUrl()).isEqualTo(URI.create("http://shared"));
		assertThat(sales.getProxy().getUrl()).isEqualTo("socks5://h:1");
		assertThat(sales.getProxy().getFallbacks()).containsExactly("direct", "http://h:2");
		assertThat(sales.getHttp().getCallTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(sales.getPolling().getLimit()).isEqualTo(8);
		assertThat(sales.getPolling().getAllowedUpdates()).containsExactly("message", "poll");
		assertThat(sales.getDispatch().getOrder()).isEqualTo(DispatchSettings.Order.SEQUENTIAL);
		assertThat(sales.getFlood().isPacing()).isTrue();
		assertThat(sales.getCommands().isPublish()).isTrue();
		assertThat(sales.getSsl().getBundle()).isEqualTo("b");
		assertThat(sales.isTestEnvironment()).isTrue();
		assertThat(sales.isLocalFiles()).isTrue();
	}

	@Test
	void theRestHasTheDefaultsOfOneBot() {
		set("telegram.bots.sales.token=1:x");
		TelegramProperties sales = bind("sales");
		assertThat(sales).usingRecursiveComparison().ignoringFields("token").isEqualTo(bind("nobody"));
		assertThat(sales.getHttp().getConnectTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(sales.getToken()).isEqualTo("1:x");
	}

	@Test
	void whatABotSetsTakesThePlaceOfOneKeyAlone() {
		set("telegram.http.call-timeout=7s", "telegram.http.hedge-after=1s", "telegram.bots.sales.http.call-timeout=9s",
				"telegram.bots.support.http.hedge-after=2s");
		assertThat(bind("sales").getHttp().getCallTimeout()).isEqualTo(Duration.ofSeconds(9));
		assertThat(bind("sales").getHttp().getHedgeAfter()).isEqualTo(Duration.ofSeconds(1));
		assertThat(bind("support").getHttp().getCallTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(bind("support").getHttp().getHedgeAfter()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void listsAreReplacedAsAWhole() {
		set("telegram.proxy.url=http://h:1", "telegram.proxy.fallbacks[0]=http://a:1",
				"telegram.proxy.fallbacks[1]=http://b:1", "telegram.bots.sales.proxy.fallbacks[0]=http://c:1",
				"telegram.bots.support.proxy.fallbacks=", "telegram.polling.allowed-updates=message,poll",
				"telegram.bots.sales.polling.allowed-updates=inline_query");
		assertThat(bind("sales").getProxy().getFallbacks()).containsExactly("http://c:1");
		assertThat(bind("support").getProxy().getFallbacks()).isEmpty();
		assertThat(bind("sales").getPolling().getAllowedUpdates()).isEqualTo(List.of("inline_query"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sales", "nightShift", "night-shift" })
	void aTokenIsNotHandedDown(String bot) {
		set("telegram.token=1:x", "telegram.bots." + bot + ".base-url=http://own");
		assertThat(bind(bot).getToken()).isNull();
		assertThat(bind(bot).getBaseUrl()).isEqualTo(URI.create("http://own"));
	}

	@Test
	void theDefaultBotMayHaveTheTokenWithoutAName() {
		set("telegram.token=1:x", "telegram.bots.default.polling.limit=3");
		assertThat(bind("default").getToken()).isEqualTo("1:x");
		assertThat(bind("default").getPolling().getLimit()).isEqualTo(3);
	}

	@Test
	void aProxyByUrlTakesThePlaceOfOneInPieces() {
		set("telegram.proxy.type=http", "telegram.proxy.host=h", "telegram.proxy.port=1",
				"telegram.proxy.username=user", "telegram.proxy.password=secret",
				"telegram.bots.sales.proxy.url=socks5://own:2");
		assertThat(proxyOf("sales")).containsExactly("socks5://own:2", null, null, null, null, null);
		assertThat(bind("support").getProxy().getHost()).isEqualTo("h");
	}

	@Test
	void aProxyInPiecesTakesThePlaceOfOneByUrl() {
		set("telegram.proxy.url=socks5://h:1", "telegram.bots.sales.proxy.type=http",
				"telegram.bots.sales.proxy.host=own", "telegram.bots.sales.proxy.port=2");
		assertThat(proxyOf("sales")).containsExactly(null, "http", "own", 2, null, null);
	}

	@Test
	void credentialsAreNotSentToAnotherProxy() {
		set("telegram.proxy.type=http", "telegram.proxy.host=h", "telegram.proxy.port=1",
				"telegram.proxy.username=user", "telegram.proxy.password=secret", "telegram.bots.sales.proxy.host=own");
		assertThat(proxyOf("sales")).containsExactly(null, "http", "own", 1, null, null);
	}

	@Test
	void onePieceOfAProxyCanBeChanged() {
		set("telegram.proxy.type=http", "telegram.proxy.host=h", "telegram.proxy.port=1",
				"telegram.proxy.username=user", "telegram.proxy.password=secret",
				"telegram.bots.sales.proxy.username=sales");
		assertThat(proxyOf("sales")).containsExactly(null, "http", "h", 1, "sales", "secret");
	}

	/**
	 * Else the bot would connect without the proxy.
	 */
	@ParameterizedTest
	@CsvSource({ "url,''", "url,${SALES_PROXY:}", "host,''", "host,${SALES_PROXY:}" })
	void aProxyThatIsLeftEmptyIsNotSet(String piece, String value) {
		set("telegram.proxy.url=socks5://h:1", "telegram.bots.sales.proxy." + piece + "=" + value);
		assertThat(bind("sales").getProxy().getUrl()).isEqualTo("socks5://h:1");
		assertThat(bind("sales").getProxy().getHost()).isNull();
	}

	@Test
	void resolvesPlaceholders() {
		set("shared=http://shared", "own=1:x", "telegram.base-url=${shared}", "telegram.bots.sales.token=${own}");
		assertThat(bind("sales").getBaseUrl()).isEqualTo(URI.create("http://shared"));
		assertThat(bind("sales").getToken()).isEqualTo("1:x");
	}

	@Test
	void aValueThatCannotBeReadIsToldUnderTheNameThatItStandsUnder() {
		set("telegram.bots.sales.polling.limit=3", "telegram.http.call-timeout=long");
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind("support"))
			.satisfies((ex) -> assertThat(ex.getProperty()).isNotNull()
				.satisfies((property) -> assertThat(property.getName()).hasToString("telegram.http.call-timeout")));
	}

	@Test
	void tellsUnderWhichNameAPropertyIsSet() {
		set("telegram.polling.limit=0", "telegram.bots.sales.polling.timeout=90s", "telegram.proxy.fallbacks[0]=x",
				"telegram.token=1:x");
		assertThat(told("telegram.polling.limit")).isEqualTo("telegram.polling.limit");
		assertThat(told("telegram.polling.timeout")).isEqualTo("telegram.bots.sales.polling.timeout");
		assertThat(told("telegram.proxy.fallbacks")).isEqualTo("telegram.proxy.fallbacks");
		assertThat(told("telegram.proxy.url")).isEqualTo("telegram.bots.sales.proxy.url");
		assertThat(told("telegram.token")).isEqualTo("telegram.bots.sales.token");
	}

	private String told(String property) {
		InvalidTelegramPropertyException told = new BotProperties("sales", this.environment)
			.told(new InvalidTelegramPropertyException(property, "because", "Change '" + property + "'."));
		assertThat(told).hasMessage("The property '%s' of Telegram bot 'sales' can't be used: because. Change '%s'.",
				told.property(), told.property());
		return told.property();
	}

	@Test
	void findsBotsByTheirNames() {
		set("telegram.token=1:x", "telegram.bots.sales.token=2:x", "telegram.bots.night-shift.http.call-timeout=3s",
				"telegram.bots.off.enabled=false");
		NamedBots bots = NamedBots.of(this.environment);
		assertThat(bots.others()).containsExactlyInAnyOrder("sales", "night-shift");
		assertThat(bots.known()).containsExactlyInAnyOrder("sales", "night-shift", "off", "default");
		assertThat(bots.hasDefault()).isTrue();
	}

	@Test
	void withoutNamesThereIsTheDefaultBot() {
		assertThat(NamedBots.of(this.environment).hasDefault()).isTrue();
		assertThat(NamedBots.of(this.environment).others()).isEmpty();
		assertThat(NamedBots.of(this.environment).known()).containsExactly("default");
	}

	@ParameterizedTest
	@CsvSource({ "telegram.token=1:x, true", "telegram.token=${NONE:}, false", "telegram.bots.default.token=1:x, true",
			"telegram.bots.default.enabled=false, false", "telegram.base-url=http://h, false" })
	void besideOthersTheDefaultBotIsThereIfItIsConfigured(String property, boolean expected) {
		set("telegram.bots.sales.token=2:x", property);
		assertThat(NamedBots.of(this.environment).hasDefault()).isEqualTo(expected);
		assertThat(NamedBots.of(this.environment).others()).containsExactly("sales");
	}

	@Test
	void theEnvironmentMaySetWhatAFileNames() {
		file("telegram.bots.night-shift.polling.limit", "3");
		variables(Map.of("TELEGRAM_BOTS_NIGHTSHIFT_TOKEN", "1:x", "TELEGRAM_BOTS_SALES_TOKEN", "2:x",
				"TELEGRAM_HTTP_CALLTIMEOUT", "7s"));
		assertThat(NamedBots.of(this.environment).others()).containsExactlyInAnyOrder("night-shift", "sales");
		assertThat(bind("night-shift").getToken()).isEqualTo("1:x");
		assertThat(bind("night-shift").getPolling().getLimit()).isEqualTo(3);
		assertThat(bind("night-shift").getHttp().getCallTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(bind("sales").getToken()).isEqualTo("2:x");
	}

	@Test
	void whatElseNamesABotSaysMoreThanTheEnvironment() {
		variables(Map.of("TELEGRAM_BOTS_NIGHTSHIFT_TOKEN", "1:x"));
		assertThat(NamedBots.of(this.environment).others()).containsExactly("nightshift");
		set("telegram.bots.nightShift.polling.limit=3");
		assertThat(NamedBots.of(this.environment).others()).containsExactly("nightShift");
		assertThat(bind("nightShift").getToken()).isEqualTo("1:x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1st", "-x", "a b", "a.b", "søren" })
	void refusesANameThatBeansAndThreadsCannotHave(String name) {
		set("telegram.bots[" + name + "].token=1:x");
		assertThatExceptionOfType(InvalidTelegramPropertyException.class)
			.isThrownBy(() -> NamedBots.of(this.environment))
			.withMessageContaining("'telegram.bots." + name + "'")
			.withMessageContaining("Rename it");
	}

	@ParameterizedTest
	@CsvSource({ "sales, salesTelegramBotApi", "night-shift, nightShiftTelegramBotApi",
			"nightShift, nightShiftTelegramBotApi", "night_shift, nightShiftTelegramBotApi",
			"Sales, salesTelegramBotApi" })
	void namesBeans(String bot, String bean) {
		assertThat(new BotBeanNames(bot).api()).isEqualTo(bean);
	}

	private void set(String... properties) {
		TestPropertyValues.of(properties).applyTo(this.environment);
	}

	private void file(String property, String value) {
		this.environment.getPropertySources().addLast(new MapPropertySource("file", Map.of(property, value)));
	}

	private void variables(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

	private List<Object> proxyOf(String bot) {
		ProxyProperties proxy = bind(bot).getProxy();
		return Arrays.asList(proxy.getUrl(), proxy.getType(), proxy.getHost(), proxy.getPort(), proxy.getUsername(),
				proxy.getPassword());
	}

	private TelegramProperties bind(String bot) {
		return new BotProperties(bot, this.environment).bind();
	}

}
