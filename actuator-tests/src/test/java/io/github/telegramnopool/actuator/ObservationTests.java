// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.GetChat;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendChatAction;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.ChatAction;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.observation.CallContext;
import io.github.telegramnopool.observation.CallObservationConvention;
import io.github.telegramnopool.observation.DefaultCallObservationConvention;
import io.github.telegramnopool.observation.DefaultUpdateObservationConvention;
import io.github.telegramnopool.observation.UpdateContext;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One root for each update, round its listeners and their calls.
 */
class ObservationTests {

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void callsOfAListenerAreChildrenOfTheirUpdateHoweverTheyAreMade() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(Recorder.class, CallingBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "first");
			this.telegram.bot(OperatedBot.ID).write(43, "second");
			Recorder recorder = bot.bean(Recorder.class);
			OperatedBot.await().until(() -> recorder.updates().size() == 2);
			assertThat(bot.bean(CallingBot.class).current).as("whether there is one on the thread").containsOnly(true);
			for (UpdateContext update : recorder.updates()) {
				assertThat(update.getParentObservation()).as("an update is a root").isNull();
				assertThat(recorder.callsOf(update)).as("blocking, returned, reactive with another thread, in a future")
					.containsExactlyInAnyOrder("sendChatAction", "sendMessage", "getChat", "getMe");
				assertThat(values(update)).containsEntry("bot", "default")
					.containsEntry("kind", "message")
					.containsEntry("outcome", "handled");
			}
			assertThat(recorder.contexts).as("no poll is observed, nor anything else of ours")
				.filteredOn((context) -> String.valueOf(context.getName()).startsWith("telegram"))
				.hasSize(10);
		}
	}

	@Test
	void aCallOutsideOfAnyUpdateTellsHowItEnded() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram)
			.with("telegram.http.call-timeout", "1s")
			.run(Recorder.class)) {
			Recorder recorder = bot.bean(Recorder.class);
			BlockingTelegramBotApi api = bot.bean(BlockingTelegramBotApi.class);
			api.getMe();
			assertThat(values(recorder.calls().get(0))).containsEntry("bot", "default")
				.containsEntry("method", "getMe")
				.containsEntry("outcome", "success")
				.containsEntry("phase", "response");
			this.telegram.script(ScriptedFault.on("sendMessage").status(403).build());
			fails(() -> api.sendMessage(SendMessage.of(42, "x")));
			assertThat(values(recorder.calls().get(1))).containsEntry("outcome", "refused")
				.containsEntry("phase", "response");
			this.telegram.script(ScriptedFault.on("sendMessage").never().build());
			fails(() -> api.sendMessage(SendMessage.of(42, "x")));
			assertThat(values(recorder.calls().get(2))).containsEntry("outcome", "unknown")
				.containsEntry("phase", "request");
			bot.bean(TelegramBotApi.class).sendMessage(SendMessage.of(42, "x")).subscribe().dispose();
			assertThat(values(recorder.calls().get(3))).containsEntry("outcome", "cancelled");
			this.telegram.close();
			fails(() -> api.sendMessage(SendMessage.of(42, "x")));
			assertThat(values(recorder.calls().get(4))).containsEntry("outcome", "not_sent")
				.containsEntry("phase", "tcp");
			assertThat(recorder.calls()).allMatch((call) -> call.getParentObservation() == null);
		}
	}

	@Test
	void aListenerThatFailsMakesItsUpdateFail() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(Recorder.class, FailingBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "Hi");
			Recorder recorder = bot.bean(Recorder.class);
			OperatedBot.await().until(() -> recorder.updates().size() == 1);
			UpdateContext update = recorder.updates().get(0);
			assertThat(values(update)).containsEntry("outcome", "failed");
			assertThat(update.getError()).hasMessage("on purpose");
		}
	}

	@Test
	void aHandlerThatThrowsHarmsNeitherCallsNorUpdates() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram).run(FaultyHandler.class, CallingBot.class)) {
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "Hi");
			OperatedBot.await().until(() -> this.telegram.bot(OperatedBot.ID).pending() == 0);
			assertThat(bot.bean(CallingBot.class).current).hasSize(1);
			assertThat(this.telegram.received("sendMessage")).isEqualTo(1);
		}
	}

	@Test
	void aConventionOfTheUsersTakesThePlaceOfOurs() {
		try (OperatedBot bot = OperatedBot.reaching(this.telegram)
			.run(Recorder.class, ShoutingConvention.class, QuietConvention.class, SilentBot.class)) {
			bot.bean(BlockingTelegramBotApi.class).getMe();
			CallContext call = bot.bean(Recorder.class).calls().get(0);
			assertThat(call.getName()).isEqualTo("my.telegram");
			assertThat(values(call)).containsEntry("method", "getMe");
			bot.awaitState(PollerState.RUNNING);
			this.telegram.bot(OperatedBot.ID).write(42, "Hi");
			OperatedBot.await().until(() -> !bot.bean(Recorder.class).updates().isEmpty());
			UpdateContext update = bot.bean(Recorder.class).updates().get(0);
			assertThat(update.getHighCardinalityKeyValues()).isEmpty();
			assertThat(values(update)).containsEntry("kind", "message");
		}
	}

	private static void fails(Runnable call) {
		assertThatExceptionOfType(TelegramException.class).isThrownBy(call::run);
	}

	private static Map<String, String> values(Observation.Context context) {
		return context.getLowCardinalityKeyValues()
			.stream()
			.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
	}

	/**
	 * Keeps what has ended.
	 */
	static class Recorder implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> contexts = new CopyOnWriteArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			this.contexts.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		List<Observation.Context> contexts() {
			return this.contexts;
		}

		List<UpdateContext> updates() {
			return of(UpdateContext.class);
		}

		List<CallContext> calls() {
			return of(CallContext.class);
		}

		List<String> callsOf(UpdateContext update) {
			return calls().stream().filter((call) -> parent(call) == update).map(CallContext::method).toList();
		}

		private static @Nullable Object parent(CallContext call) {
			return (call.getParentObservation() != null) ? call.getParentObservation().getContextView() : null;
		}

		private <T> List<T> of(Class<T> type) {
			return this.contexts.stream().filter(type::isInstance).map(type::cast).toList();
		}

	}

	static class CallingBot {

		private final List<Boolean> current = new CopyOnWriteArrayList<>();

		private final TelegramBotApi api;

		private final BlockingTelegramBotApi blockingApi;

		private final ObservationRegistry registry;

		CallingBot(TelegramBotApi api, BlockingTelegramBotApi blockingApi, ObservationRegistry registry) {
			this.api = api;
			this.blockingApi = blockingApi;
			this.registry = registry;
		}

		@EventListener
		SendMessage blocks(MessageEvent event) {
			this.blockingApi.sendChatAction(SendChatAction.of(event.message().chat().id(), ChatAction.TYPING));
			return SendMessage.of(event.message().chat().id(), "Hello");
		}

		@EventListener
		Mono<Message> reacts(MessageEvent event) {
			return Mono.delay(Duration.ofMillis(5), Schedulers.parallel())
				.then(this.api.getChat(GetChat.of(event.message().chat().id())))
				.then(Mono.empty());
		}

		@EventListener
		CompletionStage<Void> promises(MessageEvent event) {
			this.current.add(this.registry.getCurrentObservation() != null);
			return this.api.getMe(GetMe.of()).toFuture().thenCompose((me) -> CompletableFuture.completedFuture(null));
		}

	}

	static class FailingBot {

		@EventListener
		void hear(MessageEvent event) {
			throw new IllegalStateException("on purpose");
		}

	}

	static class FaultyHandler implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			fail(context);
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			fail(context);
		}

		@Override
		public void onStop(Observation.Context context) {
			fail(context);
		}

		private static void fail(Observation.Context context) {
			if (context instanceof CallContext || context instanceof UpdateContext) {
				throw new IllegalStateException("A handler failed on purpose");
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	static class SilentBot {

		@EventListener
		void hear(MessageEvent event) {
		}

	}

	/**
	 * The one of docs/operations.md.
	 */
	static class QuietConvention extends DefaultUpdateObservationConvention {

		@Override
		public KeyValues getHighCardinalityKeyValues(UpdateContext context) {
			return KeyValues.empty();
		}

	}

	static class ShoutingConvention extends DefaultCallObservationConvention implements CallObservationConvention {

		@Override
		public String getName() {
			return "my.telegram";
		}

	}

}
