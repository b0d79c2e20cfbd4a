// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.smoke;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application of each kind gets the starter and nothing else, and loses it again.
 */
@EnabledOnOs(OS.LINUX)
class StrangersApplicationTests {

	private static final Pattern SERVER = Pattern.compile("(\\w+) started on port (\\d+)");

	/**
	 * All that the starter brings to an application that has nothing else.
	 */
	private static final Set<String> OUR_BEANS = Set.of("telegramBot", "telegramBotApi", "blockingTelegramBotApi",
			"telegramDoctor", "telegramUpdatePoller", "telegramConnectionDetails", "telegramBotFactory",
			"telegramListenerCheck", "telegramUpdateListenerFactory", "telegramPollerEagerness",
			"telegramDefaultBotDefinitions", "telegramBindHandlerAdvisor",
			"telegram-io.github.telegramnopool.autoconfigure.TelegramProperties",
			"io.github.telegramnopool.autoconfigure.DefaultBotConfiguration",
			"io.github.telegramnopool.autoconfigure.TelegramAutoConfiguration");

	/**
	 * The folders, the class path and the command line differ in any case.
	 */
	private static final Set<String> OWN_PROPERTIES = Set.of("catalina.base", "catalina.home", "java.class.path",
			"java.io.tmpdir", "PID", "sun.java.command", "user.dir", "user.home");

	private static final Set<String> TOLD_DIFFERENTLY = Set.of(
			"Negative matches: TomcatReactiveWebServerAutoConfiguration",
			"Positive matches: HttpMessageConvertersAutoConfiguration");

	private static final Map<Setting, Life> WITH = new ConcurrentHashMap<>();

	private static final Map<Setting, Life> WITHOUT = new ConcurrentHashMap<>();

	@TempDir
	private static Path folder;

	@ParameterizedTest
	@EnumSource
	void nothingIsThereInTwoVersions(Setting setting) {
		Map<Path, Set<Path>> versions = setting.classPathWithBot()
			.stream()
			.filter((file) -> file.endsWith(".jar"))
			.map((jar) -> Path.of(jar).getParent())
			.collect(Collectors.groupingBy(Path::getParent, Collectors.toSet()));
		assertThat(versions).hasSizeGreaterThan(20).allSatisfy((artifact, found) -> assertThat(found).hasSize(1));
	}

	@ParameterizedTest
	@EnumSource
	void theBotAnswers(Setting setting) {
		assertThat(with(setting).answers()).containsExactly("You said: Hi");
	}

	@ParameterizedTest
	@EnumSource
	void theServerIsThatOfTheApplication(Setting setting) {
		for (Life life : List.of(with(setting), without(setting))) {
			Matcher told = SERVER.matcher(life.output());
			boolean found = told.find();
			assertThat(found ? told.group(1) : null).isEqualTo(setting.server());
			assertThat(life.ports()).isEqualTo(found ? Set.of(Integer.parseInt(told.group(2))) : Set.of());
		}
	}

	@ParameterizedTest
	@EnumSource
	void endsSoonWhenAskedTo(Setting setting) {
		assertThat(with(setting).end()).isLessThan(Duration.ofSeconds(8));
		// 128 and the number of SIGTERM
		assertThat(with(setting).exitCode()).isEqualTo(143).isEqualTo(without(setting).exitCode());
	}

	@ParameterizedTest
	@EnumSource
	void addsItsBeansAndNoOthers(Setting setting) {
		Set<String> others = new TreeSet<>(with(setting).beans());
		assertThat(others).containsAll(OUR_BEANS);
		others.removeAll(OUR_BEANS);
		assertThat(others).isEqualTo(without(setting).beans());
	}

	/**
	 * Nothing else is switched on or off. Where there are servlets, two parts that are
	 * not for them say so in other words, since classes of WebFlux are there.
	 */
	@ParameterizedTest
	@EnumSource
	void theOtherConditionsAreWhatTheyWere(Setting setting) {
		ConditionReport without = without(setting).conditions();
		assertThat(without.only(StrangersApplicationTests::isOurs).reasons()).isEmpty();
		ConditionReport with = with(setting).conditions().only((name) -> !isOurs(name));
		assertThat(with.reasons().keySet()).isEqualTo(without.reasons().keySet()).hasSizeGreaterThan(20);
		assertThat(with.reasons().keySet())
			.filteredOn((part) -> !with.reasons().get(part).equals(without.reasons().get(part)))
			.containsExactlyInAnyOrderElementsOf((setting == Setting.WEBMVC) ? TOLD_DIFFERENTLY : Set.of());
	}

	private static boolean isOurs(String name) {
		return name.startsWith("Telegram") || name.startsWith("DefaultBotConfiguration");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Positive matches: TelegramAutoConfiguration                 | telegram.enabled
			Positive matches: DefaultBotConfiguration                   | is the only one
			Negative matches: TelegramHealthContributorAutoConfiguration | org.springframework.boot.health
			Negative matches: TelegramEndpointAutoConfiguration         | Endpoint
			Negative matches: TelegramInfoContributorAutoConfiguration  | InfoContributor
			Negative matches: TelegramSanitizerAutoConfiguration        | SanitizingFunction
			Negative matches: TelegramMetricsAutoConfiguration          | MeterRegistry
			Negative matches: TelegramObservationAutoConfiguration      | ObservationRegistry
			""")
	void tellsWhatIsThereAndWhy(String part, String reason) {
		for (Setting setting : Setting.values()) {
			ConditionReport ours = with(setting).conditions().only(StrangersApplicationTests::isOurs);
			assertThat(ours.reasons()).containsKey(part);
			assertThat(ours.reasons().get(part)).anySatisfy((told) -> assertThat(told).contains(reason));
		}
	}

	@ParameterizedTest
	@EnumSource
	void leavesNoFile(Setting setting) {
		assertThat(with(setting).files()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void setsNoSystemProperty(Setting setting) {
		Properties with = with(setting).properties();
		assertThat(with).containsKey("java.version");
		OWN_PROPERTIES.forEach(with::remove);
		Properties without = without(setting).properties();
		OWN_PROPERTIES.forEach(without::remove);
		assertThat(with).containsExactlyInAnyOrderEntriesOf(without);
	}

	@ParameterizedTest
	@EnumSource
	void tellsItsTokenToNobody(Setting setting) {
		assertThat(with(setting).output()).contains("Telegram bot 'default' is ")
			.doesNotContain(ChildApplication.SECRET);
	}

	/**
	 * The one difference that there is, since Spring takes what it finds on the class
	 * path: see docs/operations.md.
	 */
	@Test
	void aRestClientOfServletsPrefersReactorNettyToTheJdk() throws Exception {
		assertThat(requestFactory(Setting.WEBMVC.classPath())).isEqualTo("JdkClientHttpRequestFactory");
		assertThat(requestFactory(Setting.WEBMVC.classPathWithBot())).isEqualTo("ReactorClientHttpRequestFactory");
	}

	private static String requestFactory(List<String> classPath) throws Exception {
		URL[] urls = new URL[classPath.size()];
		for (int i = 0; i < urls.length; i++) {
			urls[i] = new File(classPath.get(i)).toURI().toURL();
		}
		try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
			Object client = loader.loadClass("org.springframework.web.client.RestClient")
				.getMethod("create")
				.invoke(null);
			var factory = client.getClass().getDeclaredField("clientRequestFactory");
			factory.setAccessible(true);
			return factory.get(client).getClass().getSimpleName();
		}
	}

	private static Life with(Setting setting) {
		return WITH.computeIfAbsent(setting, (missing) -> live(Life::withBot, setting, "with-" + setting));
	}

	private static Life without(Setting setting) {
		return WITHOUT.computeIfAbsent(setting, (missing) -> live(Life::withoutBot, setting, "without-" + setting));
	}

	private static Life live(Way way, Setting setting, String name) {
		try {
			return way.live(setting, folder.resolve(name));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * With or without a bot.
	 */
	private interface Way {

		Life live(Setting setting, Path folder) throws Exception;

	}

}
