// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.FaultProxy;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of a bot: its listeners, a real poller and client, and a
 * {@link TelegramSimulator simulator} in the place of Telegram. It needs no token, no
 * network and no property.
 *
 * <pre>{@code
 * void echoes(TelegramConversation conversation) {
 *     assertThat(conversation.write("What a day")).answers("You said: What a day");
 * }
 * }</pre>
 *
 * The bot is all components of the application but its web controllers or, if
 * {@link #value()} names some, these alone. Of the auto-configurations only those of the
 * bot run, and a few that listeners may need: Jackson, message sources, validation, AOP
 * and task execution. What components need besides, a test brings by {@code @MockitoBean}
 * or {@code @Import}. Where all of the application is wanted, take
 * {@code @SpringBootTest} and
 * {@link AutoConfigureTelegramSimulator @AutoConfigureTelegramSimulator} instead.
 * <p>
 * A {@link TelegramConversation}, the {@link TelegramSimulator} and, with
 * {@link #faultProxy()}, the {@link FaultProxy} can be parameters of test methods or
 * {@code @Autowired}. Before each test method the conversation begins anew, with a user
 * whom the bot has never met; after it, faults of the proxy and scripted answers are
 * taken back. Methods that share a context must not run at the same time.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(TelegramBotTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(TelegramBotTypeExcludeFilter.class)
@AutoConfigureTelegramSimulator
@ImportAutoConfiguration
public @interface TelegramBotTest {

	/**
	 * The components to test. This is an alias of {@link #components()}.
	 * @return the classes, none for all components but web controllers
	 */
	@AliasFor("components")
	Class<?>[] value() default {};

	/**
	 * The components to test: classes, or annotations and supertypes of them.
	 * @return the classes, none for all components but web controllers
	 */
	@AliasFor("value")
	Class<?>[] components() default {};

	/**
	 * Whether the bot reaches the simulator by TLS and through a {@link FaultProxy},
	 * which the test can break. Otherwise it does so by plain HTTP, which takes less
	 * time.
	 * @return whether there is a proxy
	 */
	@AliasFor(annotation = AutoConfigureTelegramSimulator.class, attribute = "faultProxy")
	boolean faultProxy() default false;

	/**
	 * Properties in form {@literal key=value} for the environment of the context, as
	 * {@code telegram.simulator.patience=30s}.
	 * @return the properties to add
	 */
	String[] properties() default {};

	/**
	 * Whether components are filtered as described above.
	 * @return {@code false} to have only what {@link #includeFilters()} let in
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters that let in components which would be left out otherwise.
	 * @return the filters
	 */
	ComponentScan.Filter[] includeFilters() default {};

	/**
	 * Filters that leave out components which would be let in otherwise.
	 * @return the filters
	 */
	ComponentScan.Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations that are not to run.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
