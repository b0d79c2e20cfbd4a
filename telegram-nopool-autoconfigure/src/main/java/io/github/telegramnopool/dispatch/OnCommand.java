// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.telegramnopool.api.event.CommandEvent;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AliasFor;

/**
 * {@link EventListener} for commands that users write, such as {@code /start} or, in a
 * group, {@code /start@thisbot}. The method takes a {@link CommandEvent} or nothing.
 * <p>
 * A message whose command has a listener of this kind is published as a
 * {@link CommandEvent} and not as a message.
 *
 * @see <a href="https://core.telegram.org/bots/features#commands">Commands</a>
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EventListener(CommandEvent.class)
public @interface OnCommand {

	/**
	 * Commands to listen for, in any case. None stands for all.
	 * @return the commands
	 */
	String[] value() default {};

	/**
	 * What the commands are for, as users see it in the menu of commands: up to 256
	 * characters. With {@code telegram.commands.publish}, commands that have a
	 * description are sent to Telegram when the bot is ready, in the order of
	 * {@link org.springframework.core.annotation.Order @Order}, then by name.
	 * @return the description, by default none
	 * @see <a href="https://core.telegram.org/bots/api#setmycommands">setMyCommands</a>
	 */
	String description() default "";

	/**
	 * SpEL expression that decides whether to handle the event.
	 * @return the expression
	 * @see EventListener#condition()
	 */
	@AliasFor(annotation = EventListener.class, attribute = "condition")
	String condition() default "";

	/**
	 * Identifier of the listener.
	 * @return the identifier, by default made from the method's declaration
	 * @see EventListener#id()
	 */
	@AliasFor(annotation = EventListener.class, attribute = "id")
	String id() default "";

}
