// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.javapoet.ClassName;

import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.dispatch.ForBot;
import io.github.telegramnopool.dispatch.OnCommand;
import io.github.telegramnopool.dispatch.UnsupportedListenerException;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TelegramAutoConfiguration} with several bots.
 */
@Timeout(60)
class SeveralBotsTests {

	private static final String SALES = "1001:AAsales-sales-sales-sales-sales-012";

	private static final String SUPPORT = "1002:AAsupport-support-support-support-01";

	private static final String MAIN = "1003:AAmain-main-main-main-main-main-0123";

	private final ApplicationContextRunner nothing = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("telegram.base-url=http://127.0.0.1:1");

	private final ApplicationContextRunner one = this.nothing.withPropertyValues("telegram.bots.sales.token=" + SALES);

	private final ApplicationContextRunner two = this.one.withPropertyValues("telegram.bots.support.token=" + SUPPORT);

	@Nested
	class BeanTests {

		@Test
		void eachBotHasBeansOfItsOwn() {
			two.run((context) -> {
				assertThat(context).hasNotFailed();
				for (Class<?> type : List.of(TelegramBotApi.class, BlockingTelegramBotApi.class, TelegramDoctor.class,
						UpdatePoller.class, TelegramBot.class)) {
					assertThat(context.getBeansOfType(type).values()).hasSize(2).doesNotHaveDuplicates();
				}
				assertThat(context.getBeansOfType(TelegramBotApi.class)).containsOnlyKeys("salesTelegramBotApi",
						"supportTelegramBotApi");
				assertThat(context.getBeansOfType(UpdatePoller.class)).containsOnlyKeys("salesTelegramUpdatePoller",
						"supportTelegramUpdatePoller");
			});
		}

		@Test
		void theNameIsTheQualifier() {
			two.withUserConfiguration(Injected.class).run((context) -> {
				assertThat(context).hasNotFailed();
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.sales).isSameAs(context.getBean("salesTelegramBotApi"));
				assertThat(injected.support).isSameAs(context.getBean("supportBlockingTelegramBotApi"));
				assertThat(injected.poller).isSameAs(context.getBean("salesTelegramUpdatePoller"));
				assertThat(injected.doctor).isSameAs(context.getBean("supportTelegramDoctor"));
			});
		}

		@Test
		void theNameOfAParameterWillDo() {
			two.withUserConfiguration(ByParameter.class)
				.run((context) -> assertThat(context.getBean(ByParameter.class).api)
					.isSameAs(context.getBean("salesTelegramBotApi")));
		}

		@Test
		void theOnlyBotNeedsNoQualifier() {
			one.withUserConfiguration(Unqualified.class)
				.run((context) -> assertThat(context.getBean(Unqualified.class).api)
					.isSameAs(context.getBean("salesTelegramBotApi")));
		}

		@ParameterizedTest
		@ValueSource(strings = { "telegram.token=" + MAIN, "telegram.bots.default.token=" + MAIN })
		void theDefaultBotNeedsNoQualifier(String token) {
			two.withPropertyValues(token).withUserConfiguration(Unqualified.class, Injected.class).run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Unqualified.class).api).isSameAs(context.getBean("telegramBotApi"));
				assertThat(context.getBean(TelegramDoctor.class)).isSameAs(context.getBean("telegramDoctor"));
				assertThat(context.getBean(UpdatePoller.class)).isSameAs(context.getBean("telegramUpdatePoller"));
				assertThat(context.getBean(BlockingTelegramBotApi.class))
					.isSameAs(context.getBean("blockingTelegramBotApi"));
				assertThat(context.getBean(Injected.class).sales).isSameAs(context.getBean("salesTelegramBotApi"));
				assertThat(context.getBeansOfType(TelegramBotApi.class)).hasSize(3);
			});
		}

		@ParameterizedTest
		@ValueSource(strings = { "telegram.bots.support.token=" + SUPPORT, "telegram.flood.pacing=false" })
		void theDefaultBotHasAQualifierToo(String other) {
			nothing.withPropertyValues("telegram.token=" + MAIN, other)
				.withUserConfiguration(QualifiedByDefault.class)
				.run((context) -> assertThat(context.getBean(QualifiedByDefault.class).api)
					.isSameAs(context.getBean("telegramBotApi")));
		}

		@Test
		void amongSeveralItHasToBeSaidWhich() {
			FailureAnalysis analysis = analyze(NoUniqueBeanDefinitionException.class,
					two.withUserConfiguration(Unqualified.class));
			assertThat(analysis.getDescription()).contains("Unqualified", "required a single TelegramBotApi",
					"'sales', 'support'");
			assertThat(analysis.getAction()).contains("@Qualifier(\"sales\")", "'default'", "'telegram.token'");
		}

		@Test
		void aBeanOfTheApplicationIsPreferredWhereNoNameIsGiven() {
			TelegramBotApi own = mock();
			two.withBean(TelegramBotApi.class, () -> own)
				.run((context) -> assertThat(context.getBean(TelegramBotApi.class)).isSameAs(own));
		}

		@Test
		void aBotCanBeSwitchedOff() {
			two.withPropertyValues("telegram.bots.support.enabled=false").run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context).hasSingleBean(TelegramBotApi.class);
			});
			two.withPropertyValues("telegram.enabled=false")
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TelegramBotApi.class));
		}

		@Test
		void canBeProcessedAheadOfTime() throws IOException {
			InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
			System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
			try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
				TestPropertyValues
					.of("telegram.token=" + MAIN, "telegram.bots.sales.token=" + SALES,
							"telegram.bots.support.token=" + SUPPORT)
					.applyTo(context);
				context.register(TelegramAutoConfiguration.class, SslAutoConfiguration.class);
				DefaultGenerationContext generation = new DefaultGenerationContext(
						new ClassNameGenerator(ClassName.get("com.example", "Application")), files);
				new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
				generation.writeGeneratedContent();
			}
			finally {
				System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
			}
			StringBuilder sources = new StringBuilder();
			for (String path : files.getGeneratedFiles(Kind.SOURCE).keySet()) {
				sources.append(files.getGeneratedFileContent(Kind.SOURCE, path));
			}
			assertThat(sources).contains("new NamedBotRegistrar()").doesNotContain("AAsales");
		}

		@Test
		void noThreadIsLeft() {
			try (LoopbackServer server = new LoopbackServer(SeveralBotsTests::answer)) {
				two.withPropertyValues("telegram.base-url=" + server.url())
					.withUserConfiguration(Listeners.class)
					.run((context) -> {
						context.getBean("salesTelegramBotApi", TelegramBotApi.class).getMe().block();
						context.getBean("supportTelegramBotApi", TelegramBotApi.class).getMe().block();
						assertThat(TelegramThreads.names()).anyMatch((name) -> name.contains("sales"))
							.anyMatch((name) -> name.contains("support"));
					});
			}
			Awaitility.await().untilAsserted(() -> assertThat(TelegramThreads.names()).isEmpty());
		}

	}

	@Nested
	class ListenerTests {

		@Test
		void aBotAsksForWhatItsListenersWantAndPublishesTheirCommands() {
			try (LoopbackServer server = new LoopbackServer(SeveralBotsTests::answer)) {
				two.withPropertyValues("telegram.base-url=" + server.url(), "telegram.commands.publish=true")
					.withUserConfiguration(Listeners.class)
					.run((context) -> {
						assertThat(context).hasNotFailed();
						Awaitility.await().untilAsserted(() -> {
							assertThat(bodies(server, SALES, "getUpdates")).isNotEmpty()
								.allSatisfy((body) -> assertThat(body).contains("[\"message\"]"));
							assertThat(bodies(server, SUPPORT, "getUpdates")).isNotEmpty()
								.allSatisfy((body) -> assertThat(body).contains("[\"message\",\"callback_query\"]"));
							assertThat(bodies(server, SALES, "setMyCommands")).singleElement()
								.asString()
								.contains("about", "prices")
								.doesNotContain("help");
							assertThat(bodies(server, SUPPORT, "setMyCommands")).singleElement()
								.asString()
								.contains("about", "help")
								.doesNotContain("prices");
						});
					});
			}
		}

		@Test
		void aBotWithoutListenersDoesNotPoll() {
			two.withPropertyValues("telegram.token=" + MAIN)
				.withUserConfiguration(SalesListeners.class)
				.run((context) -> {
					assertThat(context.getBean("salesTelegramUpdatePoller", UpdatePoller.class).isRunning()).isTrue();
					assertThat(context.getBean("supportTelegramUpdatePoller", UpdatePoller.class).isRunning())
						.isFalse();
					assertThat(context.getBean("telegramUpdatePoller", UpdatePoller.class).isRunning()).isFalse();
				});
		}

		@Test
		void aListenerForABotThatThereIsNotIsRefused() {
			FailureAnalysis analysis = analyze(UnsupportedListenerException.class,
					one.withUserConfiguration(Listeners.class));
			assertThat(analysis.getDescription()).contains("Listeners.", "'support'");
			assertThat(analysis.getAction()).contains("There are: sales");
		}

		@Test
		void oneForABotThatIsSwitchedOffIsNot() {
			two.withPropertyValues("telegram.bots.support.enabled=false")
				.withUserConfiguration(Listeners.class)
				.run((context) -> assertThat(context).hasNotFailed());
		}

		private static List<String> bodies(LoopbackServer server, String token, String method) {
			return server.requests(method)
				.stream()
				.filter((request) -> request.uri().startsWith("/bot" + token + "/"))
				.map(Request::body)
				.toList();
		}

	}

	@Nested
	class ConnectionTests {

		private final LoopbackServer shared = new LoopbackServer(SeveralBotsTests::answer);

		private final LoopbackServer own = new LoopbackServer(SeveralBotsTests::answer);

		private final ApplicationContextRunner three = two.withPropertyValues("telegram.token=" + MAIN,
				"telegram.base-url=" + this.shared.url());

		@AfterEach
		void stop() {
			this.shared.close();
			this.own.close();
		}

		@Test
		void eachCallsUnderItsToken() {
			asksAll(this.three);
			assertThat(tokens(this.shared)).containsExactlyInAnyOrder(MAIN, SALES, SUPPORT);
		}

		@Test
		void aBotMayHaveAServerOfItsOwn() {
			asksAll(this.three.withPropertyValues("telegram.bots.sales.base-url=" + this.own.url()));
			assertThat(tokens(this.own)).containsExactly(SALES);
			assertThat(tokens(this.shared)).containsExactlyInAnyOrder(MAIN, SUPPORT);
		}

		@Test
		void aBotTakesTheDetailsOfItsName() {
			asksAll(this.three.withBean(Details.class, () -> new Details(SALES, this.own.url()),
					(definition) -> ((AbstractBeanDefinition) definition)
						.addQualifier(new AutowireCandidateQualifier(Qualifier.class, "sales"))));
			assertThat(tokens(this.own)).containsExactly(SALES);
			assertThat(tokens(this.shared)).containsExactlyInAnyOrder(MAIN, SUPPORT);
		}

		@Test
		void detailsWithoutANameAreTheDefaultBots() {
			asksAll(this.three.withBean("mine", Details.class, () -> new Details(MAIN, this.own.url())));
			assertThat(tokens(this.own)).containsExactly(MAIN);
			assertThat(tokens(this.shared)).containsExactlyInAnyOrder(SALES, SUPPORT);
		}

		@Test
		void detailsMayBeForAll() {
			asksAll(this.three.withBean("mine", Details.class, () -> new Details(MAIN, this.own.url()) {

				@Override
				public TelegramConnectionDetails forBot(String bot, TelegramConnectionDetails properties) {
					return new Details(properties.getToken(),
							bot.equals("sales") ? getBaseUrl().toString() : properties.getBaseUrl().toString());
				}

			}));
			assertThat(tokens(this.own)).containsExactlyInAnyOrder(MAIN, SALES);
			assertThat(tokens(this.shared)).containsExactly(SUPPORT);
		}

		private static void asksAll(ApplicationContextRunner runner) {
			runner.run((context) -> {
				assertThat(context).hasNotFailed();
				context.getBeansOfType(BlockingTelegramBotApi.class).values().forEach((api) -> api.getMe());
			});
		}

		private static List<String> tokens(LoopbackServer server) {
			return server.requests().stream().map((request) -> request.uri().split("/")[1].substring(3)).toList();
		}

	}

	@Nested
	class FailureTests {

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				telegram.bots.sales.polling.limit=0          | telegram.bots.sales.polling.limit | sales
				telegram.bots.sales.http.call-timeout=0s     | telegram.bots.sales.http.call-timeout | sales
				telegram.bots.sales.base-url=ftp://h         | telegram.bots.sales.base-url | sales
				telegram.bots.sales.token=nonsense           | telegram.bots.sales.token | sales
				telegram.bots.sales.proxy.url=http://h       | telegram.bots.sales.proxy.url | sales
				telegram.bots.sales.proxy.fallbacks=direct   | telegram.bots.sales.proxy.fallbacks | sales
				telegram.bots.sales.ssl.bundle=missing       | telegram.bots.sales.ssl.bundle | sales
				telegram.bots.sales.dispatch.transactional=true | telegram.bots.sales.dispatch.transactional | sales
				telegram.bots.support.enabled=true           | telegram.bots.support.token | support
				telegram.bots.default.polling.limit=5        | telegram.bots.default.token | default
				telegram.polling.limit=0                     | telegram.polling.limit | sales
				""")
		void aWrongPropertyIsToldWithTheBot(String setting, String property, String bot) {
			FailureAnalysis analysis = analyze(InvalidTelegramPropertyException.class, one.withPropertyValues(setting));
			assertThat(analysis.getDescription())
				.startsWith("The property '" + property + "' of Telegram bot '" + bot + "' can't be used: ");
			assertThat(analysis.getAction()).isNotBlank();
		}

		@Test
		void whatToDoSpeaksOfTheBotsProperties() {
			FailureAnalysis analysis = analyze(InvalidTelegramPropertyException.class,
					one.withPropertyValues("telegram.bots.support.polling.limit=1"));
			assertThat(analysis.getAction()).contains("'telegram.bots.support.enabled' to false");
		}

		@ParameterizedTest
		@CsvSource({ "telegram.bots.support.token, " + SALES + ", support, sales",
				"telegram.bots.support.token, 1001:AAanother-secret-of-the-same-bot-012, support, sales",
				"telegram.token, " + SALES + ", sales, default" })
		void twoBotsWithTheSameTokenAreRefused(String property, String token, String bot, String owner) {
			FailureAnalysis analysis = analyze(InvalidTelegramPropertyException.class,
					one.withPropertyValues(property + "=" + token));
			assertThat(analysis.getDescription()).contains("'" + bot + "'", "same bot (1001)", "bot '" + owner + "'");
			assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("AA");
		}

		@Test
		void aNameThatCannotBeUsedIsTold() {
			FailureAnalysis analysis = analyze(InvalidTelegramPropertyException.class,
					one.withPropertyValues("telegram.bots[my bot].token=" + SUPPORT));
			assertThat(analysis.getDescription()).contains("'telegram.bots.my bot'");
		}

	}

	private static FailureAnalysis analyze(Class<? extends Throwable> expected, ApplicationContextRunner runner) {
		@Nullable FailureAnalysis[] analysis = new FailureAnalysis[1];
		Environment[] environment = new Environment[1];
		runner.withInitializer((context) -> environment[0] = context.getEnvironment()).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasStackTraceContaining(expected.getSimpleName());
			List<FailureAnalyzer> analyzers = List.of(new InvalidTelegramPropertyFailureAnalyzer(),
					new UnsupportedListenerFailureAnalyzer(), new SeveralBotsFailureAnalyzer(environment[0]));
			analysis[0] = analyzers.stream()
				.map((analyzer) -> analyzer.analyze(context.getStartupFailure()))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
		});
		assertThat(analysis[0]).as("analysis").isNotNull();
		return analysis[0];
	}

	private static Mono<Answer> answer(Request request) {
		return switch (request.botMethod()) {
			case "getMe" ->
				Mono.just(Answer.ok("{\"id\":4242,\"is_bot\":true,\"first_name\":\"T\",\"username\":\"test_bot\"}"));
			case "getUpdates" -> Mono.just(Answer.ok("[]")).delayElement(Duration.ofMillis(300));
			case "getMyCommands" -> Mono.just(Answer.ok("[]"));
			default -> Mono.just(Answer.ok("true"));
		};
	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		private final TelegramBotApi sales;

		private final BlockingTelegramBotApi support;

		private final UpdatePoller poller;

		private final TelegramDoctor doctor;

		Injected(@Qualifier("sales") TelegramBotApi sales, @Qualifier("support") BlockingTelegramBotApi support,
				@Qualifier("sales") UpdatePoller poller, @Qualifier("support") TelegramDoctor doctor) {
			this.sales = sales;
			this.support = support;
			this.poller = poller;
			this.doctor = doctor;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unqualified {

		private final TelegramBotApi api;

		Unqualified(TelegramBotApi api) {
			this.api = api;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByParameter {

		private final TelegramBotApi api;

		ByParameter(TelegramBotApi salesTelegramBotApi) {
			this.api = salesTelegramBotApi;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedByDefault {

		private final TelegramBotApi api;

		QualifiedByDefault(@Qualifier("default") TelegramBotApi api) {
			this.api = api;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ForBot("sales")
	static class SalesListeners {

		@EventListener
		void message(MessageEvent event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		@OnCommand(value = "about", description = "Who are you?")
		void about() {
		}

		@OnCommand(value = "prices", description = "What things cost")
		@ForBot("sales")
		SendMessage prices(CommandEvent command) {
			return command.answer("1");
		}

		@OnCommand(value = "help", description = "Ask for help")
		@ForBot("support")
		SendMessage help(CommandEvent command) {
			return command.answer("2");
		}

		@EventListener
		@ForBot("support")
		void pressed(CallbackQueryEvent event) {
		}

	}

	private static class Details implements TelegramConnectionDetails {

		private final String token;

		private final String url;

		Details(String token, String url) {
			this.token = token;
			this.url = url;
		}

		@Override
		public String getToken() {
			return this.token;
		}

		@Override
		public URI getBaseUrl() {
			return URI.create(this.url);
		}

	}

}
