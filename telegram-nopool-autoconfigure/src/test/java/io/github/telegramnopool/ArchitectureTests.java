// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool;

import java.io.File;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Hooks;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpResources;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the packages promise each other, and the product its users.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.telegramnopool";

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	private static final JavaClasses WITH_TESTS = new ClassFileImporter().importClasses(PooledOnPurpose.class,
			InjectedOnPurpose.class, LeftOnPurpose.class);

	private static final Set<String> LEFT_TO_THE_JVM = Set.of("java.lang.Runtime.addShutdownHook",
			"java.lang.System.setProperty", "java.lang.Thread.setDefaultUncaughtExceptionHandler",
			"java.io.File.deleteOnExit", "java.net.Authenticator.setDefault", "java.net.ProxySelector.setDefault",
			"java.security.Security.addProvider", "java.security.Security.setProperty",
			"reactor.core.scheduler.Schedulers.addExecutorServiceDecorator",
			"reactor.core.scheduler.Schedulers.onScheduleHook", "reactor.core.scheduler.Schedulers.setFactory");

	@Test
	void looksAtAllPackages() {
		assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct()).contains(ROOT + ".api", ROOT + ".api.event",
				ROOT + ".api.keyboard", ROOT + ".api.method", ROOT + ".api.model", ROOT + ".api.text",
				ROOT + ".transport", ROOT + ".client", ROOT + ".client.error", ROOT + ".polling", ROOT + ".dispatch",
				ROOT + ".management", ROOT + ".health", ROOT + ".observation", ROOT + ".autoconfigure");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			api           |
			api.json      | api, api.model, api.method
			api.model     | api, api.method, api.text
			api.text      | api, api.model
			api.keyboard  | api, api.model
			api.method    | api, api.model, api.text
			api.event     | api, api.model, api.method, api.text
			transport     |
			client        | api.., client.., transport
			client.error  | api.., transport
			polling       | api.., client..
			dispatch      | api.., client.., polling
			management    | api.., client.., polling, transport
			health        | api.., management, polling
			observation   | api.., client.., dispatch, management, polling, transport
			""")
	void packagesImportOnlyWhatTheyMay(String name, String allowed) {
		String[] packages = (allowed == null) ? new String[0] : allowed.split(",\\s*");
		String[] permitted = new String[packages.length + 1];
		permitted[0] = ROOT + "." + name;
		for (int i = 0; i < packages.length; i++) {
			permitted[i + 1] = ROOT + "." + packages[i];
		}
		noClasses().that()
			.resideInAPackage(ROOT + "." + name)
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(permitted))))
			.because("who may import whom is what keeps each package readable by itself")
			.check(MAIN);
	}

	@Test
	void theVocabularyNeedsOnlyJackson() {
		classes().that()
			.resideInAPackage(ROOT + ".api..")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".api.InputFile")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "tools.jackson..", "com.fasterxml.jackson.annotation..", "org.jspecify..",
					ROOT + ".api..")
			.because("the vocabulary can be used without Spring")
			.check(MAIN);
		classes().that()
			.haveFullyQualifiedName(ROOT + ".api.InputFile")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "org.springframework.core.io", ROOT + ".api")
			.because("one method for Spring's resources is all that it may know")
			.check(MAIN);
	}

	@Test
	void dispatchKnowsOnlyThePortOfPolling() {
		noClasses().that()
			.resideInAPackage(ROOT + ".dispatch")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + ".polling")
				.and(not(describe("UpdateHandler", (type) -> type.getSimpleName().equals("UpdateHandler")))))
			.because("the poller hands updates to a port and does not care who stands behind it")
			.check(MAIN);
	}

	@Test
	void nobodyImportsTheAutoConfiguration() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".autoconfigure..")
			.because("properties end at the mapper and wiring is done in one place")
			.check(MAIN);
	}

	@Test
	void onlyWhoShowsTheBotKnowsActuatorAndMicrometer() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".management", ROOT + ".health", ROOT + ".observation",
					ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.micrometer..", "org.springframework.boot.actuate..",
					"org.springframework.boot.health..")
			.because("a bot runs without them, and costs nothing more for their sake")
			.check(MAIN);
		noClasses().that()
			.resideInAPackage(ROOT + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.micrometer..", "org.springframework.boot.actuate..",
					"org.springframework.boot.health..", ROOT + ".health", ROOT + ".observation")
			.because("what is optional has auto-configurations of its own")
			.check(MAIN);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().assignedFrom(packagesWithOneVocabulary())
			.should()
			.beFreeOfCycles()
			.because("a reader can begin at the bottom")
			.check(MAIN);
	}

	/**
	 * Each package by itself, but the types, methods and texts of the Bot API as one: a
	 * message makes its own answer, and takes a text with its entities.
	 */
	private static SliceAssignment packagesWithOneVocabulary() {
		Set<String> vocabulary = Set.of(ROOT + ".api.model", ROOT + ".api.method", ROOT + ".api.text");
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				String name = type.getPackageName();
				return SliceIdentifier.of(vocabulary.contains(name) ? "vocabulary" : name);
			}

			@Override
			public String getDescription() {
				return "packages, the vocabulary as one";
			}

		};
	}

	@Test
	void onlyTheTransportKnowsNetty() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".transport")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.netty..", "reactor.netty..")
			.because("connections are made in one place")
			.check(MAIN);
	}

	@Test
	void nothingPoolsConnections() {
		neverPools().check(MAIN);
		assertThat(neverPools().evaluate(WITH_TESTS).getFailureReport().getDetails())
			.as("the rule knows a pool when it sees one")
			.hasSize(7);
	}

	private static ArchRule neverPools() {
		return noClasses().should()
			.callCodeUnitWhere(poolsConnections())
			.orShould()
			.dependOnClassesThat()
			.areAssignableTo(TcpResources.class)
			.because("a connection that is used once can't be stale, which is what this product is for");
	}

	private static DescribedPredicate<JavaCall<?>> poolsConnections() {
		return describe("make or take a connection pool", (call) -> {
			CodeUnitCallTarget target = call.getTarget();
			JavaClass owner = target.getOwner();
			if (owner.isAssignableTo(ConnectionProvider.class)) {
				return Set.of("create", "builder", "mutate").contains(target.getName());
			}
			boolean client = owner.isAssignableTo(HttpClient.class) || owner.isAssignableTo(TcpClient.class);
			return client && (target.getName().equals("newConnection")
					|| (target.getName().equals("create") && target.getRawParameterTypes().isEmpty()));
		});
	}

	@Test
	void nothingIsInjectedIntoFields() {
		neverInjectsFields().check(MAIN);
		assertThat(neverInjectsFields().evaluate(WITH_TESTS).hasViolation()).isTrue();
	}

	private static ArchRule neverInjectsFields() {
		return noFields().should()
			.beAnnotatedWith(Autowired.class)
			.orShould()
			.beAnnotatedWith(Value.class)
			.because("what a class needs stands in its constructor");
	}

	@Test
	void nothingChangesStaticState() {
		fields().that().areStatic().should().beFinal().because("several bots and contexts live in one JVM").check(MAIN);
	}

	@Test
	void autoConfigurationsShowNothing() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.because("users name an auto-configuration to exclude it and for nothing else")
			.check(MAIN);
		members().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.and(not(describe("the default constructor", ArchitectureTests::isDefaultConstructor)))
			.should()
			.notBePublic()
			.because("beans are got from the context")
			.check(MAIN);
	}

	private static boolean isDefaultConstructor(JavaMember member) {
		return member.getName().equals("<init>");
	}

	@Test
	void failureAnalyzersAndMappersAreHidden() {
		classes().that()
			.resideInAPackage(ROOT + ".autoconfigure")
			.and()
			.haveSimpleNameEndingWith("Analyzer")
			.or()
			.haveSimpleNameEndingWith("Mapper")
			.and()
			.resideInAPackage(ROOT + ".autoconfigure")
			.should()
			.notBePublic()
			.because("they are found by name, not by users")
			.check(MAIN);
	}

	@Test
	void nothingWaitsForSpringToCallItBack() {
		noMethods().should()
			.beAnnotatedWith("jakarta.annotation.PostConstruct")
			.orShould()
			.beAnnotatedWith("jakarta.annotation.PreDestroy")
			.because("a constructor makes an object ready, and close() ends it")
			.check(MAIN);
	}

	@Test
	void nothingIsLeftToTheJvm() {
		leavesNothing().check(MAIN);
		assertThat(leavesNothing().evaluate(WITH_TESTS).getFailureReport().getDetails()).hasSize(4);
	}

	private static ArchRule leavesNothing() {
		return noClasses().should().callCodeUnitWhere(describe("change what belongs to the whole JVM", (call) -> {
			String owner = call.getTargetOwner().getName();
			String name = call.getTarget().getName();
			return LEFT_TO_THE_JVM.contains(owner + "." + name) || owner.equals("reactor.core.publisher.Hooks");
		})).because("who stops a bot, or takes the starter away, finds everything as it was");
	}

	@Test
	void nothingWritesToTheConsole() {
		noClasses().should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.orShould()
			.callMethod(Throwable.class, "printStackTrace")
			.because("what is to be told goes to the log, where it can be turned off")
			.check(MAIN);
	}

	/**
	 * Everything that the rule against pools has to find.
	 */
	static class PooledOnPurpose {

		Object[] pools() {
			return new Object[] { ConnectionProvider.create("x"), ConnectionProvider.create("x", 1),
					ConnectionProvider.builder("x"), HttpClient.create(), TcpClient.create(), HttpResources.get(),
					TcpResources.get() };
		}

	}

	static class LeftOnPurpose {

		void leave() {
			System.setProperty("x", "y");
			Runtime.getRuntime().addShutdownHook(new Thread());
			new File("x").deleteOnExit();
			Hooks.onOperatorDebug();
		}

	}

	static class InjectedOnPurpose {

		@Autowired
		private Object injected = "";

		@Override
		public String toString() {
			return this.injected.toString();
		}

	}

}
