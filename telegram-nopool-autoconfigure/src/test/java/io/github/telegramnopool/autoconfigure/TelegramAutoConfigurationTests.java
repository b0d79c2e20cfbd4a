// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.error.LocalFileException;
import io.github.telegramnopool.dispatch.UpdateListenerFactory;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;
import io.github.telegramnopool.transport.ProxySettings;
import io.github.telegramnopool.transport.Route;
import io.github.telegramnopool.transport.TelegramHttpClientCustomizer;
import io.github.telegramnopool.transport.TelegramWebClientCustomizer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TelegramAutoConfiguration}.
 */
@Timeout(60)
class TelegramAutoConfigurationTests {

	private static final String ME = "{\"id\":4242,\"is_bot\":true,\"first_name\":\"T\",\"username\":\"test_bot\"}";

	private static final String SECRET = "s3cr3t-Pa55";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("telegram.token=" + TransportFixtures.TOKEN);

	@Nested
	class BeanTests {

		@Test
		void offersTheBot() {
			contextRunner.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context).hasSingleBean(TelegramBotApi.class);
				assertThat(context).hasSingleBean(BlockingTelegramBotApi.class);
				assertThat(context).hasSingleBean(UpdatePoller.class);
				assertThat(context).hasSingleBean(UpdateListenerFactory.class);
				assertThat(context).hasSingleBean(TelegramConnectionDetails.class);
			});
		}

		@Test
		void offersNothingThatBootsOwnBeansWouldBackOffFor() {
			contextRunner.run((context) -> {
				assertThat(context).doesNotHaveBean(Executor.class);
				assertThat(context).doesNotHaveBean(ObjectMapper.class);
				assertThat(context).doesNotHaveBean(WebClient.Builder.class);
			});
		}

		@Test
		void isOffIfToldSo() {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
				.withPropertyValues("telegram.enabled=false")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(context).doesNotHaveBean(TelegramBotApi.class);
					assertThat(context).doesNotHaveBean(UpdatePoller.class);
					assertThat(context).doesNotHaveBean(UpdateListenerFactory.class);
				});
		}

		@Test
		void backsOffForTheUsersOwnApi() {
			TelegramBotApi own = mock();
			contextRunner.withBean(TelegramBotApi.class, () -> own)
				.run((context) -> assertThat(context.getBean(TelegramBotApi.class)).isSameAs(own));
		}

		@Test
		void backsOffForTheUsersOwnBlockingApi() {
			BlockingTelegramBotApi own = mock();
			contextRunner.withBean(BlockingTelegramBotApi.class, () -> own)
				.run((context) -> assertThat(context.getBean(BlockingTelegramBotApi.class)).isSameAs(own));
		}

		@Test
		void theTokenMayHaveSpaceAround() {
			contextRunner.withPropertyValues("telegram.token= " + TransportFixtures.TOKEN + " \n")
				.run((context) -> assertThat(context).hasNotFailed());
		}

		@Test
		void contextsShareNothing() {
			contextRunner.withUserConfiguration(EchoConfiguration.class)
				.withPropertyValues("telegram.polling.enabled=false")
				.run((first) -> contextRunner.run((second) -> {
					assertThat(first).hasNotFailed();
					assertThat(second).hasNotFailed();
					assertThat(first.getBean(TelegramBotApi.class)).isNotSameAs(second.getBean(TelegramBotApi.class));
					assertThat(first.getBean(UpdateListenerFactory.class).listeners().exist()).isTrue();
					assertThat(second.getBean(UpdateListenerFactory.class).listeners().exist()).isFalse();
				}));
		}

		@Test
		void aClosedContextLeavesNoThreadBehind() {
			try (LoopbackServer server = LoopbackServer.answering(Answer.ok(ME))) {
				contextRunner.withPropertyValues("telegram.base-url=" + server.url())
					.withUserConfiguration(EchoConfiguration.class)
					.run((context) -> {
						context.getBean(TelegramBotApi.class).getMe().block(Duration.ofSeconds(10));
						assertThat(TelegramThreads.names()).isNotEmpty();
					});
			}
			Awaitility.await().untilAsserted(() -> assertThat(TelegramThreads.names()).isEmpty());
		}

		@Test
		void closingAContextCallsNothing() {
			try (LoopbackServer server = LoopbackServer.answering(Answer.ok(ME))) {
				contextRunner.withPropertyValues("telegram.base-url=" + server.url()).run((context) -> {
					assertThat(context).hasSingleBean(TelegramBotApi.class);
					assertThat(context).hasSingleBean(BlockingTelegramBotApi.class);
				});
				assertThat(server.requests()).isEmpty();
			}
		}

	}

	@Nested
	class ConnectionTests {

		@Test
		void connectsAsTheConnectionDetailsSay() {
			try (LoopbackServer server = LoopbackServer.answering(Answer.ok(ME))) {
				contextRunner
					.withPropertyValues("telegram.token=1:no-token-no-token-no-token-no", "telegram.base-url=http://x",
							"telegram.proxy.url=http://nowhere.invalid:1")
					.withBean(TelegramConnectionDetails.class, () -> details(server.url()))
					.run((context) -> {
						assertThat(context).doesNotHaveBean(PropertiesTelegramConnectionDetails.class);
						context.getBean(BlockingTelegramBotApi.class).getMe();
						assertThat(server.requests()).extracting(Request::uri)
							.containsExactly("/bot" + TransportFixtures.TOKEN + "/getMe");
					});
			}
		}

		@Test
		void connectionDetailsNeedNoToken() {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
				.withBean(TelegramConnectionDetails.class, () -> details("http://127.0.0.1:1"))
				.run((context) -> assertThat(context).hasNotFailed());
		}

		@Test
		void usesTheTestEnvironment() {
			try (LoopbackServer server = LoopbackServer.answering(Answer.ok(ME))) {
				contextRunner.withPropertyValues("telegram.base-url=" + server.url(), "telegram.test-environment=true")
					.run((context) -> {
						context.getBean(BlockingTelegramBotApi.class).getMe();
						assertThat(server.requests()).extracting(Request::uri)
							.containsExactly("/bot" + TransportFixtures.TOKEN + "/test/getMe");
					});
			}
		}

		@Test
		void readsLocalFilesIfToldSo(@TempDir Path directory) throws IOException {
			String local = Files.writeString(directory.resolve("local.txt"), "hello").toString();
			File file = File.builder().fileId("AgAC").fileUniqueId("u").filePath(local).build();
			ApplicationContextRunner runner = contextRunner.withPropertyValues("telegram.base-url=http://127.0.0.1:1");
			runner.run((context) -> assertThatExceptionOfType(LocalFileException.class).isThrownBy(
					() -> context.getBean(BlockingTelegramBotApi.class).download(file, directory.resolve("a"))));
			runner.withPropertyValues("telegram.local-files=true")
				.run((context) -> assertThat(
						context.getBean(BlockingTelegramBotApi.class).download(file, directory.resolve("b")))
					.hasContent("hello"));
		}

		@Test
		void appliesCustomizers() {
			try (LoopbackServer server = LoopbackServer.answering(Answer.ok(ME))) {
				contextRunner.withPropertyValues("telegram.base-url=" + server.url())
					.withBean(TelegramHttpClientCustomizer.class,
							() -> (client) -> client.headers((headers) -> headers.set("X-Http", "1")))
					.withBean(TelegramWebClientCustomizer.class, () -> (builder) -> builder.defaultHeader("X-Web", "2"))
					.run((context) -> {
						context.getBean(BlockingTelegramBotApi.class).getMe();
						assertThat(server.requests().get(0).headers().get("X-Http")).isEqualTo("1");
						assertThat(server.requests().get(0).headers().get("X-Web")).isEqualTo("2");
					});
			}
		}

		@Test
		void startsWithTheProxyDown() throws Exception {
			contextRunner.withUserConfiguration(EchoConfiguration.class)
				.withPropertyValues("telegram.proxy.url=socks5://127.0.0.1:" + TransportFixtures.closedPort())
				.run((context) -> {
					assertThat(context).hasNotFailed();
					UpdatePoller poller = context.getBean(UpdatePoller.class);
					assertThat(poller.isRunning()).isTrue();
					Awaitility.await()
						.untilAsserted(
								() -> assertThat(poller.status().lastFailure()).contains("socks5 proxy 127.0.0.1"));
				});
		}

		@Test
		void startsWithAProxyThatDoesNotExist() {
			contextRunner.withUserConfiguration(EchoConfiguration.class)
				.withPropertyValues("telegram.proxy.url=http://nowhere.invalid:3128")
				.run((context) -> assertThat(context).hasNotFailed());
		}

		private static TelegramConnectionDetails details(String url) {
			return new TelegramConnectionDetails() {

				@Override
				public String getToken() {
					return TransportFixtures.TOKEN;
				}

				@Override
				public URI getBaseUrl() {
					return URI.create(url);
				}

			};
		}

	}

	@Nested
	class PollingTests {

		@Test
		void aBotThatOnlySendsDoesNotPoll() {
			try (LoopbackServer server = LoopbackServer.answering(Answer.ok(ME))) {
				contextRunner.withPropertyValues("telegram.base-url=" + server.url()).run((context) -> {
					assertThat(context.getBean(UpdatePoller.class).isRunning()).isFalse();
					assertThat(context.getBean(UpdatePoller.class).status().state()).isEqualTo(PollerState.STOPPED);
					context.getBean(BlockingTelegramBotApi.class).getMe();
					assertThat(server.requests()).hasSize(1);
				});
			}
		}

		@Test
		void aBotWithAListenerPolls() {
			contextRunner.withUserConfiguration(EchoConfiguration.class)
				.withPropertyValues("telegram.base-url=http://127.0.0.1:1")
				.run((context) -> assertThat(context.getBean(UpdatePoller.class).isRunning()).isTrue());
		}

		@Test
		void pollsAsConfigured() {
			contextRunner.withPropertyValues("telegram.polling.enabled=true", "telegram.base-url=http://127.0.0.1:1")
				.run((context) -> assertThat(context.getBean(UpdatePoller.class).isRunning()).isTrue());
			contextRunner.withUserConfiguration(EchoConfiguration.class)
				.withPropertyValues("telegram.polling.enabled=false")
				.run((context) -> assertThat(context.getBean(UpdatePoller.class).isRunning()).isFalse());
		}

		@Test
		void repliesAndStops() {
			try (LoopbackServer server = new LoopbackServer(TelegramAutoConfigurationTests::oneMessage)) {
				contextRunner.withUserConfiguration(EchoConfiguration.class)
					.withPropertyValues("telegram.base-url=" + server.url())
					.run((context) -> {
						Awaitility.await()
							.untilAsserted(() -> assertThat(server.requests("sendMessage")).singleElement()
								.satisfies((request) -> assertThat(request.body()).contains("You said: hi")));
						Awaitility.await()
							.untilAsserted(() -> assertThat(server.requests("getUpdates").get(0).body())
								.contains("\"allowed_updates\":[\"message\"]"));
					});
				Awaitility.await().untilAsserted(() -> assertThat(server.open()).isZero());
			}
		}

		@Test
		void anExplicitListOfKindsWins() {
			try (LoopbackServer server = new LoopbackServer(TelegramAutoConfigurationTests::oneMessage)) {
				contextRunner.withUserConfiguration(EchoConfiguration.class)
					.withPropertyValues("telegram.base-url=" + server.url(), "telegram.polling.allowed-updates=poll")
					.run((context) -> Awaitility.await()
						.untilAsserted(() -> assertThat(server.requests("getUpdates")).isNotEmpty()
							.allSatisfy((request) -> assertThat(request.body())
								.contains("\"allowed_updates\":[\"poll\"]"))));
			}
		}

		@Test
		void listenersMayUseTheApi() {
			contextRunner.withUserConfiguration(SendingConfiguration.class)
				.withPropertyValues("telegram.base-url=http://127.0.0.1:1")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(context.getBean(UpdatePoller.class).isRunning()).isTrue();
				});
		}

		@Test
		void anAsynchronousMulticasterIsExplained() {
			FailureAnalysis analysis = analyze(new UnsupportedListenerFailureAnalyzer(),
					contextRunner.withUserConfiguration(EchoConfiguration.class, AsyncMulticasterConfiguration.class));
			assertThat(analysis.getDescription()).contains("applicationEventMulticaster");
			assertThat(analysis.getAction()).contains("Remove the executor");
		}

	}

	@Nested
	class TransactionTests {

		private final ApplicationContextRunner transactional = contextRunner
			.withPropertyValues("telegram.dispatch.transactional=true");

		@Test
		void aTransactionManagerIsEnough() {
			this.transactional.withBean("one", PlatformTransactionManager.class, Mockito::mock)
				.run((context) -> assertThat(context).hasNotFailed());
		}

		@Test
		void thePrimaryOneIsTaken() {
			this.transactional.withBean("one", PlatformTransactionManager.class, Mockito::mock)
				.withBean("two", PlatformTransactionManager.class, Mockito::mock,
						(definition) -> definition.setPrimary(true))
				.run((context) -> assertThat(context).hasNotFailed());
		}

		@Test
		void thereHasToBeOne() {
			FailureAnalysis analysis = analyze(new InvalidTelegramPropertyFailureAnalyzer(), this.transactional);
			assertThat(analysis.getDescription()).contains("'telegram.dispatch.transactional'",
					"no bean of type PlatformTransactionManager");
			assertThat(analysis.getAction()).contains("spring-boot-starter-jdbc");
		}

		@Test
		void itHasToBeClearWhichOne() {
			FailureAnalysis analysis = analyze(new InvalidTelegramPropertyFailureAnalyzer(),
					this.transactional.withBean("one", PlatformTransactionManager.class, Mockito::mock)
						.withBean("two", PlatformTransactionManager.class, Mockito::mock));
			assertThat(analysis.getDescription()).contains("several beans", "one", "two");
			assertThat(analysis.getAction()).contains("@Primary");
		}

		@Test
		void springsTransactionsMayBeAbsent() {
			ApplicationContextRunner absent = contextRunner
				.withClassLoader(new FilteredClassLoader("org.springframework.transaction"));
			absent.withUserConfiguration(EchoConfiguration.class)
				.withPropertyValues("telegram.base-url=http://127.0.0.1:1")
				.run((context) -> assertThat(context).hasNotFailed());
			FailureAnalysis analysis = analyze(new InvalidTelegramPropertyFailureAnalyzer(),
					absent.withPropertyValues("telegram.dispatch.transactional=true"));
			assertThat(analysis.getDescription()).contains("not on the class path");
		}

	}

	@Nested
	class FailureTests {

		@ParameterizedTest
		@ValueSource(strings = { "", " " })
		void noToken(String token) {
			FailureAnalysis analysis = analyze("telegram.token=" + token);
			assertThat(analysis.getDescription())
				.isEqualTo("The property 'telegram.token' can't be used: it is not set.");
			assertThat(analysis.getAction()).contains("BotFather", "telegram.enabled");
		}

		@ParameterizedTest
		@ValueSource(strings = { SECRET, "123:" + SECRET, "123:" + SECRET + SECRET + SECRET + "/",
				"bot123:" + SECRET + SECRET + SECRET })
		void malformedToken(String token) {
			FailureAnalysis analysis = analyze("telegram.token=" + token);
			assertThat(analysis.getDescription()).contains("'telegram.token'", "<digits>");
			assertThat(analysis.getAction()).contains("BotFather");
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|',
				textBlock = """
						telegram.proxy.url=https://user:s3cr3t-Pa55@host:1           | telegram.proxy.url      | https
						telegram.proxy.url=socks5://user@host:1                      | telegram.proxy.url      | no password
						telegram.proxy.url=http://user:s3cr3t-Pa55@host              | telegram.proxy.url      | no port
						telegram.proxy.url=user:s3cr3t-Pa55@host:1                   | telegram.proxy.url      | not of the form
						telegram.proxy.url=http://user:s3cr3t-Pa55%@host:1           | telegram.proxy.url      | percent-encoded
						telegram.polling.timeout=51s                                 | telegram.polling.timeout | 50 s
						telegram.polling.timeout=-1s                                 | telegram.polling.timeout | negative
						telegram.polling.limit=0                                     | telegram.polling.limit  | 1 and 100
						telegram.polling.limit=101                                   | telegram.polling.limit  | 1 and 100
						telegram.base-url=ftp://host                                 | telegram.base-url       | not of the form
						telegram.base-url=https://user:s3cr3t-Pa55@host              | telegram.base-url       | not of the form
						telegram.base-url=https://host/?s3cr3t-Pa55                  | telegram.base-url       | not of the form
						telegram.ssl.bundle=missing                                  | telegram.ssl.bundle     | 'missing'
						telegram.http.call-timeout=0s                                | telegram.http.call-timeout | positive
						telegram.http.min-throughput=0                               | telegram.http.min-throughput | positive
						telegram.http.connect-timeout=0s                             | telegram.http.connect-timeout | positive
						telegram.http.proxy-timeout=0s                               | telegram.http.proxy-timeout | positive
						telegram.http.tls-timeout=-3s                                | telegram.http.tls-timeout | positive
						telegram.http.max-concurrent-calls=-1                        | telegram.http.max-concurrent-calls | negative
						telegram.dispatch.concurrency=0                              | telegram.dispatch.concurrency | less than 1
						telegram.dispatch.attempts=0                                 | telegram.dispatch.attempts | less than 1
						telegram.dispatch.listener-timeout=-1s                       | telegram.dispatch.listener-timeout | negative
						telegram.dispatch.shutdown-timeout=0s                        | telegram.dispatch.shutdown-timeout | positive
						telegram.flood.max-wait=-1s                                  | telegram.flood.max-wait | negative
						""")
		void oneProperty(String setting, String property, String reason) {
			FailureAnalysis analysis = analyze(setting);
			assertThat(analysis.getDescription()).contains("'" + property + "'", reason);
			assertThat(analysis.getAction()).isNotBlank();
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				type=socks5;host=h;port=1;username=u                          | password | no password
				type=http;host=h;port=1;password=s3cr3t-Pa55                  | username | no user
				type=https;host=h;port=1;username=u;password=s3cr3t-Pa55      | type     | https
				type=nonsense;host=h;port=1                                   | type     | unknown
				type=socks4;host=h;port=1;username=u;password=s3cr3t-Pa55     | ''       | socks5
				type=http;host=h;port=70000                                   | ''       | 65535
				host=h;port=1;username=u;password=s3cr3t-Pa55                 | type     | not set
				type=http;host=h                                              | port     | not set
				type=http;port=1;username=u;password=s3cr3t-Pa55              | host     | not set
				username=u;password=s3cr3t-Pa55                               | host     | not set
				password=s3cr3t-Pa55                                          | host     | not set
				url=http://u:s3cr3t-Pa55@h:1;host=h                           | url      | as well
				url=http://u:s3cr3t-Pa55@h:1;password=s3cr3t-Pa55             | url      | as well
				url=http://h:1;username=u;password=s3cr3t-Pa55                | url      | as well
				""")
		void piecesOfAProxy(String pieces, String property, String reason) {
			FailureAnalysis analysis = analyze(List.of(pieces.split(";"))
				.stream()
				.map((piece) -> "telegram.proxy." + piece)
				.toArray(String[]::new));
			assertThat(analysis.getDescription())
				.contains(property.isEmpty() ? "'telegram.proxy" : "'telegram.proxy." + property + "'", reason);
			assertThat(analysis.getAction()).isNotBlank();
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				url=http://h:1;fallbacks=https://u:s3cr3t-Pa55@h:2               | fallbacks[0] | https
				url=http://h:1;fallbacks=direct,socks5://u:s3cr3t-Pa55@h         | fallbacks[1] | no port
				url=http://h:1;fallbacks=socks5://h:2,u:s3cr3t-Pa55@h:2          | fallbacks[1] | not of the form
				url=http://h:1;fallbacks[0]=socks5://h:2;fallbacks[1]=none       | fallbacks[1] | not of the form
				fallbacks=socks5://u:s3cr3t-Pa55@h:2                             | fallbacks    | no proxy
				fallbacks=direct                                                 | fallbacks    | no proxy
				""")
		void fallbacksOfAProxy(String pieces, String property, String reason) {
			piecesOfAProxy(pieces, property, reason);
		}

		@Test
		void takesFallbacksInTheirOrder() {
			contextRunner
				.withPropertyValues("telegram.proxy.url=http://h:1",
						"telegram.proxy.fallbacks=socks5://u:" + SECRET + "@h:2, Direct")
				.run((context) -> {
					TelegramConnectionDetails details = context.getBean(TelegramConnectionDetails.class);
					assertThat(details.getProxyFallbacks())
						.containsExactly(Route.parse("socks5://u:" + SECRET + "@h:2"), new Route(null));
					assertThat(details.getProxyFallbacks().toString()).doesNotContain(SECRET);
				});
		}

		@Test
		void mayPreferADirectConnection() {
			contextRunner.withPropertyValues("telegram.proxy.url=direct", "telegram.proxy.fallbacks=socks5://h:2")
				.run((context) -> {
					TelegramConnectionDetails details = context.getBean(TelegramConnectionDetails.class);
					assertThat(details.getProxy()).isNull();
					assertThat(details.getProxyFallbacks()).containsExactly(Route.parse("socks5://h:2"));
				});
		}

		@Test
		void assemblesAProxyFromPieces() {
			contextRunner
				.withPropertyValues("telegram.proxy.type=socks5h", "telegram.proxy.host=h", "telegram.proxy.port=1080",
						"telegram.proxy.username=u", "telegram.proxy.password=" + SECRET)
				.run((context) -> assertThat(context.getBean(TelegramConnectionDetails.class).getProxy())
					.isEqualTo(ProxySettings.parse("socks5://u:" + SECRET + "@h:1080")));
		}

		@Test
		void noProxyIsADirectConnection() {
			contextRunner
				.run((context) -> assertThat(context.getBean(TelegramConnectionDetails.class).getProxy()).isNull());
		}

		@Test
		void isExplainedBeforeBootWouldRepeatTheValue() {
			assertThat(OrderUtils.getOrder(InvalidTelegramPropertyFailureAnalyzer.class))
				.isEqualTo(Ordered.HIGHEST_PRECEDENCE);
		}

		private FailureAnalysis analyze(String... properties) {
			return TelegramAutoConfigurationTests.analyze(new InvalidTelegramPropertyFailureAnalyzer(),
					contextRunner.withPropertyValues(properties));
		}

	}

	private static FailureAnalysis analyze(FailureAnalyzer analyzer, ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure();
			analysis[0] = analyzer.analyze(failure);
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).contains("Caused by").doesNotContain(SECRET);
		});
		assertThat(analysis[0]).as("analysis").isNotNull();
		assertThat(analysis[0].getDescription() + analysis[0].getAction()).doesNotContain(SECRET);
		return analysis[0];
	}

	private static Mono<Answer> oneMessage(Request request) {
		return switch (request.botMethod()) {
			case "getMe" -> Mono.just(Answer.ok(ME));
			case "getUpdates" -> request.body().contains("\"offset\":8")
					? Mono.just(Answer.ok("[]")).delayElement(Duration.ofMillis(300))
					: Mono.just(Answer.ok("[{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1,"
							+ "\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"hi\"}}]"));
			default -> Mono.just(Answer.ok("{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}"));
		};
	}

	@Configuration(proxyBeanMethods = false)
	static class EchoConfiguration {

		@EventListener
		SendMessage echo(MessageEvent event) {
			return SendMessage.of(event.message().chat().id(), "You said: " + event.message().text());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SendingConfiguration {

		private final TelegramBotApi api;

		private final BlockingTelegramBotApi blockingApi;

		SendingConfiguration(TelegramBotApi api, BlockingTelegramBotApi blockingApi) {
			this.api = api;
			this.blockingApi = blockingApi;
		}

		@EventListener
		Mono<?> on(MessageEvent event) {
			BotApiMethod<?> method = SendMessage.of(event.message().chat().id(), this.blockingApi.toString());
			return this.api.execute(method);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AsyncMulticasterConfiguration {

		@Bean
		SimpleApplicationEventMulticaster applicationEventMulticaster() {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setTaskExecutor(new SimpleAsyncTaskExecutor());
			return multicaster;
		}

	}

}
