// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which of several bots a listener for updates hears: stands at a method with
 * {@code @EventListener} or {@link OnCommand @OnCommand}, or at a class for all of them.
 * The annotation of a method takes the place of that of its class. Without it, a listener
 * hears all bots.
 * <p>
 * A bot asks Telegram only for those kinds of update that its listeners want, does not
 * ask for any if it has none, and publishes the commands of its own. Events that are no
 * update, such as {@code PollingFailing}, are heard of all bots: they have the bot's
 * name.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface ForBot {

	/**
	 * Names of the bots, as under {@code telegram.bots}. The one without a name is
	 * {@code default}.
	 * @return the names
	 */
	String[] value();

}
