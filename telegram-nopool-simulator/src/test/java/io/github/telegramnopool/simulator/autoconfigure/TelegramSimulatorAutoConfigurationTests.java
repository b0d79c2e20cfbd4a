// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.net.URI;
import java.util.stream.Stream;

import io.github.telegramnopool.autoconfigure.TelegramConnectionDetails;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import io.github.telegramnopool.transport.ProxySettings;
import io.netty.handler.ssl.SslContextBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class TelegramSimulatorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelegramSimulatorAutoConfiguration.class));

	@Test
	void isOffByDefault() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(TelegramSimulator.class)
			.doesNotHaveBean(TelegramConnectionDetails.class));
	}

	@Test
	void isOffWithoutTheBotsModule() {
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true")
			.withClassLoader(new FilteredClassLoader(TelegramConnectionDetails.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TelegramSimulator.class));
	}

	@Test
	void leadsTheBotToTheSimulatorThroughTheProxyOnly(CapturedOutput output) {
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true").run((context) -> {
			TelegramConnectionDetails details = context.getBean(TelegramConnectionDetails.class);
			assertThat(details.getBaseUrl()).isEqualTo(URI.create("https://api.telegram.test"));
			assertThat(getMe(details)).contains("\"ok\":true");
			TelegramSimulator simulator = context.getBean(TelegramSimulator.class);
			assertThat(context.getBean(FaultProxy.class).tunnels()).singleElement()
				.satisfies((tunnel) -> assertThat(tunnel.host()).isEqualTo("api.telegram.test"));
			assertThat(simulator.connections()).singleElement()
				.satisfies((connection) -> assertThat(connection.tls()).isTrue());
			assertThat(output).containsOnlyOnce("http://127.0.0.1:" + simulator.port() + "/");
			assertThat(output).doesNotContain(details.getToken());
		});
	}

	@Test
	void proxyCanBeBrokenAtThePage() {
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true").run((context) -> {
			TelegramConnectionDetails details = context.getBean(TelegramConnectionDetails.class);
			URI proxy = URI.create(context.getBean(TelegramSimulator.class).url() + "/_sim/switches/proxy");
			assertThat(post(proxy, "{\"choice\":\"refuse\"}")).contains("\"chosen\":\"refuse\"");
			assertThatException().isThrownBy(() -> getMe(details));
			assertThat(post(proxy, "{\"choice\":\"none\"}")).contains("\"chosen\":\"none\"");
			assertThat(getMe(details)).contains("\"ok\":true");
		});
	}

	@Test
	void leadsTheBotThereDirectlyWithoutTheProxy() {
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true", "telegram.simulator.fault-proxy=false")
			.run((context) -> {
				TelegramConnectionDetails details = context.getBean(TelegramConnectionDetails.class);
				assertThat(details.getBaseUrl()).isEqualTo(context.getBean(TelegramSimulator.class).url());
				assertThat(details.getProxy()).isNull();
				assertThat(details.getSslBundle()).isNull();
				assertThat(context).doesNotHaveBean(FaultProxy.class);
			});
	}

	@Test
	void eachOfSeveralBotsIsOneOfItsOwnThere() {
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true").run((context) -> {
			TelegramConnectionDetails details = context.getBean(TelegramConnectionDetails.class);
			TelegramConnectionDetails sales = details.forBot("sales", details);
			TelegramConnectionDetails support = details.forBot("support", details);
			assertThat(Stream.of(details, sales, support).map((bot) -> bot.getToken().split(":")[0]))
				.containsExactly("1000001", "1000002", "1000003");
			assertThat(details.forBot("sales", details)).isSameAs(sales);
			assertThat(getMe(sales)).contains("\"ok\":true", "1000002");
		});
	}

	@Test
	void stopsWithTheContext() {
		TelegramSimulator[] simulator = new TelegramSimulator[1];
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true").run((context) -> {
			simulator[0] = context.getBean(TelegramSimulator.class);
			assertThat(simulator[0].isRunning()).isTrue();
		});
		assertThat(simulator[0].isRunning()).isFalse();
	}

	@Test
	void listensOnThePortThatIsSet() {
		int port;
		try (TelegramSimulator probe = TelegramSimulator.builder().build().start()) {
			port = probe.port();
		}
		this.contextRunner.withPropertyValues("telegram.simulator.enabled=true", "telegram.simulator.port=" + port)
			.run((context) -> assertThat(context.getBean(TelegramSimulator.class).port()).isEqualTo(port));
	}

	@Test
	void givesWayToASimulatorOfTheApplication() {
		try (TelegramSimulator own = TelegramSimulator.builder().build().start()) {
			this.contextRunner.withPropertyValues("telegram.simulator.enabled=true")
				.withBean(TelegramSimulator.class, () -> own)
				.run((context) -> assertThat(getMe(context.getBean(TelegramConnectionDetails.class)))
					.contains("\"ok\":true"));
		}
	}

	private static String post(URI uri, String json) {
		return HttpClient.newConnection()
			.post()
			.uri(uri)
			.send(ByteBufFlux.fromString(Mono.just(json)))
			.responseContent()
			.aggregate()
			.asString()
			.block();
	}

	private static String getMe(TelegramConnectionDetails details) {
		ProxySettings proxy = details.getProxy();
		assertThat(proxy).isNotNull();
		GenericSslContextSpec<SslContextBuilder> tls = Http11SslContextSpec.forClient()
			.configure(
					(builder) -> builder.trustManager(details.getSslBundle().getManagers().getTrustManagerFactory()));
		return HttpClient.newConnection()
			.secure((spec) -> spec.sslContext(tls))
			.proxy((spec) -> spec.type(ProxyProvider.Proxy.SOCKS5)
				.host(proxy.host())
				.port(proxy.port())
				.username(proxy.username())
				.password((user) -> proxy.password()))
			.get()
			.uri(details.getBaseUrl() + "/bot" + details.getToken() + "/getMe")
			.responseContent()
			.aggregate()
			.asString()
			.block();
	}

}
