// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.lang.reflect.Method;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.StaticApplicationContext;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.model.BotCommand;
import io.github.telegramnopool.api.model.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ForBot}.
 */
class ForBotTests {

	private final UpdateListenerFactory factory = new UpdateListenerFactory(new StaticApplicationContext());

	@ParameterizedTest
	@CsvSource({ "Every, all, true, true", "Every, ofSales, true, false", "Every, ofBoth, true, true",
			"OfSales, all, true, false", "OfSales, ofSupport, false, true", "Inheriting, own, true, false" })
	void hearsItsBots(String type, String method, boolean sales, boolean support) {
		add(type, method);
		assertThat(hears("sales")).isEqualTo(sales);
		assertThat(hears("support")).isEqualTo(support);
		assertThat(this.factory.listeners().forBot("sales").exist()).isEqualTo(sales);
		assertThat(this.factory.listeners().forBot("support").exist()).isEqualTo(support);
	}

	@Test
	void knowsListenersThatAreAddedLater() {
		UpdateListeners sales = this.factory.listeners().forBot("sales");
		assertThat(sales.exist()).isFalse();
		add("Every", "ofSales");
		assertThat(sales.exist()).isTrue();
	}

	@Test
	void kindsAreThoseOfTheBotsListeners() {
		add("Every", "ofSales");
		add("Every", "buttonsOfSupport");
		assertThat(this.factory.listeners().forBot("sales").kinds()).containsExactly("message");
		assertThat(this.factory.listeners().forBot("support").kinds()).containsExactly("callback_query");
		assertThat(this.factory.listeners().kinds()).containsExactly("message", "callback_query");
	}

	@Test
	void commandsAreThoseOfTheBotsListeners() {
		add("Every", "commandOfSales");
		add("Every", "sameCommandOfSupport");
		assertThat(this.factory.listeners().forBot("sales").commandMenu())
			.containsExactly(BotCommand.of("start", "Buy"));
		assertThat(this.factory.listeners().forBot("support").commandMenu())
			.containsExactly(BotCommand.of("start", "Ask"));
	}

	@Test
	void aCommandOfAnotherBotIsNoneOfThisOne() {
		add("Every", "commandOfSales");
		assertThat(this.factory.listeners().forBot("sales").want(command("sales"))).isTrue();
		assertThat(this.factory.listeners().forBot("support").want(command("support"))).isFalse();
	}

	@Test
	void hearsWhatIsPublishedByHandOfItsBotsOnly() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(UpdateListenerFactory.class, () -> new UpdateListenerFactory(context));
			context.registerBean(CountingListeners.class);
			context.refresh();
			context.publishEvent(message("sales"));
			context.publishEvent(message("support"));
			assertThat(context.getBean(CountingListeners.class).heard).isEqualTo("sales");
		}
	}

	@Test
	void refusesABotThatThereIsNot() {
		add("Every", "ofBoth");
		assertThatNoException().isThrownBy(() -> this.factory.listeners().check(Set.of("sales", "support")));
		assertThatExceptionOfType(UnsupportedListenerException.class)
			.isThrownBy(() -> this.factory.listeners().check(Set.of("sales")))
			.withMessage("The listener Every.ofBoth is for the Telegram bot 'support', and there is none of that name")
			.satisfies((ex) -> assertThat(ex.action()).contains("There are: sales."));
	}

	private boolean hears(String bot) {
		return !this.factory.listeners().forBot(bot).forEvent(message(bot)).isEmpty();
	}

	private static PayloadApplicationEvent<UpdateEvent> message(String bot) {
		Update update = Updates.message(1, 5, "hi");
		return new PayloadApplicationEvent<>(bot, new MessageEvent(update, new BotInfo(bot, 1, "x_bot")));
	}

	private static PayloadApplicationEvent<CommandEvent> command(String bot) {
		Update update = Updates.message(1, 5, "/start");
		return new PayloadApplicationEvent<>(bot, new CommandEvent(update, new BotInfo(bot, 1, "x_bot"), "start", ""));
	}

	private void add(String type, String method) {
		for (Class<?> candidate : ForBotTests.class.getDeclaredClasses()) {
			if (candidate.getSimpleName().equals(type)) {
				for (Method declared : candidate.getDeclaredMethods()) {
					if (declared.getName().equals(method)) {
						this.factory.createApplicationListener("bean", candidate, declared);
						return;
					}
				}
			}
		}
		throw new IllegalArgumentException(type + "." + method);
	}

	static class Every {

		@EventListener
		void all(MessageEvent event) {
		}

		@EventListener
		@ForBot("sales")
		void ofSales(MessageEvent event) {
		}

		@EventListener
		@ForBot({ "sales", "support" })
		void ofBoth(MessageEvent event) {
		}

		@EventListener
		@ForBot("support")
		void buttonsOfSupport(CallbackQueryEvent event) {
		}

		@OnCommand(value = "start", description = "Buy")
		@ForBot("sales")
		void commandOfSales() {
		}

		@OnCommand(value = "start", description = "Ask")
		@ForBot("support")
		void sameCommandOfSupport() {
		}

	}

	@ForBot("sales")
	static class OfSales {

		@EventListener
		void all(MessageEvent event) {
		}

		@EventListener
		@ForBot("support")
		void ofSupport(MessageEvent event) {
		}

	}

	static class Inheriting extends OfSales {

		@EventListener
		void own(MessageEvent event) {
		}

	}

	@ForBot("sales")
	static class CountingListeners {

		private String heard = "";

		@EventListener
		void count(MessageEvent event) {
			this.heard += event.bot().name();
		}

	}

}
