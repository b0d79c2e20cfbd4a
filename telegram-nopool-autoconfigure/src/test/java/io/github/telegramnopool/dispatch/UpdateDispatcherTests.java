// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.event.TransactionalEventListenerFactory;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.BotReady;
import io.github.telegramnopool.api.event.CallbackQueryEvent;
import io.github.telegramnopool.api.event.ChatMemberEvent;
import io.github.telegramnopool.api.event.CommandEvent;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.ReplyFailedEvent;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.event.UnreadableUpdateEvent;
import io.github.telegramnopool.api.event.UpdateEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import io.github.telegramnopool.api.event.UpdateKind;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.client.error.ForbiddenException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.client.error.RequestNotSentException;
import io.github.telegramnopool.transport.Phase;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link UpdateDispatcher}, in a real application context with real listeners.
 */
@Timeout(60)
class UpdateDispatcherTests {

	private static final BotInfo BOT = new BotInfo("default", 4242, "test_bot");

	private static final SendMessage REPLY = SendMessage.of(5, "reply");

	private final TelegramBotApi api = mock();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final UpdateListenerFactory factory = new UpdateListenerFactory(this.context);

	private final Log log = new Log();

	private final CountDownLatch release = new CountDownLatch(1);

	private UpdateTransaction transaction = UpdateTransaction.NONE;

	private @Nullable UpdateDispatcher dispatcher;

	@BeforeEach
	void answerCalls() {
		apiAnswers(Mono.just("sent"));
	}

	@AfterEach
	void close() throws Exception {
		this.release.countDown();
		if (this.dispatcher != null) {
			this.dispatcher.close();
		}
		this.context.close();
	}

	private void apiAnswers(Mono<Object> answer) {
		given(this.api.execute(any())).willReturn(answer);
	}

	private static DispatchSettings settings(int attempts, Duration listenerTimeout) {
		return new DispatchSettings(DispatchSettings.Order.PER_CHAT, 8, attempts, listenerTimeout, false, false);
	}

	private UpdateDispatcher start(Object... beans) {
		return start(settings(1, Duration.ZERO), beans);
	}

	private UpdateDispatcher start(DispatchSettings settings, Object... beans) {
		UpdateDispatcher dispatcher = create(settings, beans);
		dispatcher.check();
		dispatcher.open(BOT);
		return dispatcher;
	}

	private UpdateDispatcher create(DispatchSettings settings, Object... beans) {
		this.context.registerBean(UpdateListenerFactory.class, () -> this.factory);
		this.context.registerBean(Log.class, () -> this.log);
		for (Object bean : beans) {
			register(bean);
		}
		this.context.refresh();
		UpdateDispatcher dispatcher = new UpdateDispatcher("default", settings, this.factory.listeners(),
				this.transaction, this.api, this.context);
		this.dispatcher = dispatcher;
		return dispatcher;
	}

	@SuppressWarnings("unchecked")
	private void register(Object bean) {
		if (bean instanceof Class<?> type) {
			this.context.register(type);
			return;
		}
		String name = (bean instanceof SimpleApplicationEventMulticaster)
				? AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME
				: bean.getClass().getSimpleName() + System.identityHashCode(bean);
		this.context.registerBean(name, (Class<Object>) bean.getClass(), () -> bean);
	}

	private CompletableFuture<Void> message(String text) {
		return handle(Updates.receivedMessage(1, 5, text));
	}

	private CompletableFuture<Void> handle(ReceivedUpdate update) {
		assertThat(this.dispatcher).isNotNull();
		return this.dispatcher.handle(update);
	}

	private static void await(CompletableFuture<Void> handled) {
		handled.orTimeout(15, TimeUnit.SECONDS).join();
	}

	private static void eventually(Runnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(assertion::run);
	}

	private static void sleepForEver() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("interrupted");
		}
	}

	@Nested
	class PublishingTests {

		@Test
		void publishesEachUpdateOnce() {
			start(new Listener("one", log), new AnyUpdateListener(log));
			await(message("hi"));
			assertThat(log.entries()).containsExactlyInAnyOrder("one hi", "any MessageEvent");
		}

		@Test
		void listenersRunOnThreadsOfTheirOwn() {
			List<String> threads = new CopyOnWriteArrayList<>();
			start(new Listener("one", log).returning((event) -> {
				threads.add(Thread.currentThread().getName());
				return null;
			}));
			await(message("hi"));
			assertThat(threads).singleElement().asString().startsWith("telegram-listener-default-");
		}

		@Test
		void eventsKnowTheBot() {
			List<BotInfo> bots = new CopyOnWriteArrayList<>();
			start(new Listener("one", log).returning((event) -> {
				bots.add(event.bot());
				return null;
			}));
			await(message("hi"));
			assertThat(bots).containsExactly(BOT);
		}

		@Test
		void anUpdateThatNobodyListensForIsHandled() {
			start();
			await(message("hi"));
			assertThat(log.entries()).isEmpty();
		}

		@Test
		void anUpdateThatCannotBeReadIsPublishedAsSuch() {
			start(new AnyUpdateListener(log));
			await(handle(Updates.unreadable(7, "\"message\":[]")));
			assertThat(log.events(UnreadableUpdateEvent.class))
				.containsExactly(new UnreadableUpdateEvent(7, "{\"update_id\":7,\"message\":[]}", BOT));
			assertThat(log.entries()).isEmpty();
		}

		@Test
		void anUpdateOfANewKindIsPublishedAsUnknown() {
			start(new UnknownListener(log));
			await(handle(Updates.received(7, "\"brand_new\":{\"x\":1}")));
			assertThat(log.entries()).containsExactly("unknown {\"x\":1}");
		}

		@Test
		void listenersForSeveralKindsGetEach() {
			start(new SeveralKindsListener(log));
			await(message("hi"));
			await(handle(Updates.received(2, "\"callback_query\":{\"id\":\"c\",\"from\":{\"id\":5,\"is_bot\":false,"
					+ "\"first_name\":\"A\"},\"chat_instance\":\"x\"}")));
			assertThat(log.entries()).containsExactly("several", "several");
		}

		@Test
		void eventsPublishedByHandAreLeftToSpring() {
			start(new Listener("one", log).returning((event) -> REPLY));
			context.publishEvent(new MessageEvent(Updates.message(1, 5, "by hand"), BOT));
			assertThat(log.entries()).containsExactly("one by hand");
			assertThat(log.events(SendMessage.class)).containsExactly(REPLY);
			then(api).should(never()).execute(any());
		}

		@Test
		void eventsPublishedByHandFromAListenerAreLeftToSpringToo() {
			SendMessage own = SendMessage.of(5, "own");
			start(new Listener("outer", log).returning((event) -> {
				context.publishEvent(new ChatMemberProbe("nested"));
				return own;
			}), new ProbeListener(log), new NestingListener(log, context));
			await(message("hi"));
			then(api).should().execute(own);
			then(api).should(times(1)).execute(any());
			assertThat(log.entries()).contains("outer hi", "probe nested");
		}

		@Test
		void whatAListenerOfANestedUpdateReturnsIsNotMistakenForItsOwn() {
			start(new NestingListener(log, context), new AnyCommandListener(log));
			await(message("nest"));
			assertThat(log.entries()).containsExactly("nesting", "nested command");
			then(api).should(never()).execute(any());
			assertThat(log.events(SendMessage.class)).containsExactly(REPLY);
		}

		@Test
		void tellsOfThePollerOnAnotherThread() {
			start();
			assertThat(dispatcher).isNotNull();
			dispatcher.publish(new BotReady(BOT));
			eventually(() -> assertThat(log.events(BotReady.class)).hasSize(1));
		}

		@Test
		void aListenerForEventsOfThePollerMayFail() {
			start(new FailingBotReadyListener());
			assertThat(dispatcher).isNotNull();
			dispatcher.publish(new BotReady(BOT));
			dispatcher.publish("next");
			eventually(() -> assertThat(log.events(String.class)).containsExactly("next"));
		}

	}

	@Nested
	class CommandTests {

		@ParameterizedTest
		@CsvSource({ "/start, start()", "/START, start()", "/start@test_bot, start()", "/start@Test_Bot, start()",
				"/start deep link, start(deep link)", "/go, start()", "/start@other_bot, message /start@other_bot",
				"/other, message /other", "hello, message hello", "/starting, message /starting" })
		void aCommandReplacesTheMessageOnlyWhereItMatches(String text, String logged) {
			start(new StartListener(log), new Listener("message", log));
			await(message(text));
			assertThat(log.entries()).containsExactly(logged);
		}

		@Test
		void aListenerNeedsNoParameter() {
			start(new HelpListener(log));
			await(message("/help"));
			await(message("/start"));
			assertThat(log.entries()).containsExactly("help");
			then(api).should().execute(REPLY);
		}

		@Test
		void aListenerWithoutNameGetsAllCommands() {
			start(new AllCommandsListener(log), new Listener("message", log));
			await(message("/one"));
			await(message("/two x"));
			await(message("three"));
			assertThat(log.entries()).containsExactly("all one", "all two", "message three");
		}

		@Test
		void aPlainListenerForCommandsMakesNoCommand() {
			start(new AnyCommandListener(log), new Listener("message", log));
			await(message("/start"));
			assertThat(log.entries()).containsExactly("message /start");
		}

		@Test
		void aPlainListenerForCommandsHearsThoseOfOthers() {
			start(new AnyCommandListener(log), new StartListener(log));
			await(message("/start"));
			assertThat(log.entries()).containsExactlyInAnyOrder("start()", "nested command");
		}

		@Test
		void aCommandThatNoConditionLetsThroughIsAMessage() {
			start(new ConditionalListener(log), new Listener("message", log));
			await(message("/admin no"));
			await(message("/admin please"));
			assertThat(log.entries()).containsExactly("message /admin no", "admin please");
		}

		@Test
		void aConditionThatFailsIsAFailureOfItsListener() {
			start(new BrokenConditionListener(log), new Listener("message", log));
			await(message("/broken"));
			assertThat(log.entries()).isEmpty();
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(1);
		}

		@Test
		void severalListenersShareACommand() {
			start(new StartListener(log), new AllCommandsListener(log));
			await(message("/start"));
			assertThat(log.entries()).containsExactlyInAnyOrder("start()", "all start");
		}

		@Test
		void composedAnnotationsWork() {
			start(new ComposedListener(log));
			await(message("/composed"));
			assertThat(log.entries()).containsExactly("composed");
		}

	}

	@Nested
	class FailureTests {

		@Test
		void oneListenersFailureTouchesNoOther() {
			IllegalStateException failure = new IllegalStateException("broken");
			start(new FirstListener("first", log).failing(failure), new Listener("second", log),
					new LastListener("last", log).failing(new AssertionError("broken too")));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("first hi", "second hi", "last hi");
			List<UpdateFailedEvent> failures = log.events(UpdateFailedEvent.class);
			assertThat(failures).hasSize(2);
			assertThat(failures.get(0).exception()).isSameAs(failure);
			assertThat(failures.get(0).update().updateId()).isEqualTo(1);
			assertThat(failures.get(0).bot()).isEqualTo(BOT);
		}

		@Test
		void triesAFailingListenerAgainAndThatAlone() {
			start(settings(3, Duration.ZERO), new FirstListener("first", log).failing(new IllegalStateException("x")),
					new Listener("second", log));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("first hi", "first hi", "first hi", "second hi");
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(1);
		}

		@Test
		void anAttemptThatSucceedsIsNoFailure() {
			AtomicInteger attempts = new AtomicInteger();
			start(settings(3, Duration.ZERO), new Listener("one", log).returning((event) -> {
				if (attempts.incrementAndGet() < 3) {
					throw new IllegalStateException("not yet");
				}
				return REPLY;
			}));
			await(message("hi"));
			assertThat(log.events(UpdateFailedEvent.class)).isEmpty();
			then(api).should().execute(REPLY);
		}

		@Test
		void aMonoThatFailsIsAFailureOfItsListener() {
			start(settings(2, Duration.ZERO),
					new FirstListener("first", log).returning((event) -> Mono.error(new IllegalStateException("x"))),
					new Listener("second", log));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("first hi", "first hi", "second hi");
			assertThat(log.events(UpdateFailedEvent.class)).singleElement()
				.satisfies((event) -> assertThat(event.exception()).isInstanceOf(IllegalStateException.class)
					.hasMessage("x"));
		}

		@Test
		void tellsOfCheckedExceptionsAsTheyWereThrown() {
			IOException failure = new IOException("disk full");
			start(new CheckedListener(failure),
					new LastListener("last", log).returning((event) -> Mono.error(new IOException("later"))));
			await(message("hi"));
			List<UpdateFailedEvent> failures = log.events(UpdateFailedEvent.class);
			assertThat(failures).hasSize(2);
			assertThat(failures.get(0).exception()).isSameAs(failure);
			assertThat(failures.get(1).exception()).isInstanceOf(IOException.class).hasMessage("later");
		}

		@Test
		void aListenerThatFailsForAFailureEndsThere() {
			start(new Listener("one", log).failing(new IllegalStateException("x")), new FailingFailureListener());
			await(message("hi"));
			await(message("again"));
			assertThat(log.entries()).containsExactly("one hi", "one again");
		}

		@Test
		void aListenerForAllEventsThatFailsTouchesNoOther() {
			start(settings(2, Duration.ZERO), new FailingAnyListener(log), new LastListener("last", log),
					new FirstListener("first", log));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("first hi", "any", "any", "last hi");
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(1);
		}

		@Test
		void anApplicationListenerThatFailsTouchesNoListenerMethod() {
			start(new FailingApplicationListener(), new Listener("one", log), new AnyUpdateListener(log));
			await(message("hi"));
			assertThat(log.entries()).containsExactlyInAnyOrder("one hi", "any MessageEvent");
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(1);
		}

		@ParameterizedTest
		@ValueSource(classes = { OutOfMemoryError.class, StackOverflowError.class, LinkageError.class })
		void anErrorIsAFailureAsAnyOther(Class<? extends Error> type) throws Exception {
			Error error = type.getDeclaredConstructor().newInstance();
			start(new FirstListener("first", log).failing(error), new Listener("second", log));
			await(message("hi"));
			await(message("again"));
			assertThat(log.entries()).containsExactly("first hi", "second hi", "first again", "second again");
			assertThat(log.events(UpdateFailedEvent.class)).extracting(UpdateFailedEvent::exception)
				.containsExactly(error, error);
		}

		@Test
		void memoryThatIsShortOnTheWayOnlyDelaysAnUpdate() {
			AtomicInteger tries = new AtomicInteger();
			start(new Listener("one", log).failing(new IllegalStateException("x") {
				@Override
				public String getMessage() {
					// Asked for by the log, outside of any listener
					if (tries.incrementAndGet() == 1) {
						throw new OutOfMemoryError("Planted");
					}
					return "x";
				}
			}), new LastListener("last", log));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("one hi", "last hi");
		}

	}

	@Nested
	class ResultTests {

		@Test
		void sendsAReturnedMethod() {
			start(new Listener("one", log).returning((event) -> REPLY));
			await(message("hi"));
			then(api).should().execute(REPLY);
			assertThat(log.events(SendMessage.class)).isEmpty();
		}

		@Test
		void sendsWhatIsYieldedLater() {
			start(new FirstListener("mono", log)
				.returning((event) -> Mono.delay(Duration.ofMillis(20)).thenReturn(REPLY)),
					new Listener("future", log)
						.returning((event) -> CompletableFuture.completedFuture(SendMessage.of(5, "future"))),
					new LastListener("flux", log)
						.returning((event) -> Flux.just(SendMessage.of(5, "one"), SendMessage.of(5, "two"))));
			await(message("hi"));
			List<String> sent = sent();
			assertThat(sent).containsExactly("reply", "future", "one", "two");
		}

		@Test
		void sendsCollectionsAndArraysInOrder() {
			start(new FirstListener("list", log)
				.returning((event) -> List.of(SendMessage.of(5, "1"), SendMessage.of(5, "2"))),
					new Listener("array", log)
						.returning((event) -> new SendMessage[] { SendMessage.of(5, "3"), SendMessage.of(5, "4") }),
					new LastListener("nested", log).returning(
							(event) -> Mono.just(List.of(Mono.just(SendMessage.of(5, "5")), SendMessage.of(5, "6")))));
			await(message("hi"));
			assertThat(sent()).containsExactly("1", "2", "3", "4", "5", "6");
		}

		@Test
		void publishesAnythingElse() {
			start(new Listener("one", log).returning((event) -> Flux.just("domain event", REPLY)));
			await(message("hi"));
			assertThat(log.events(String.class)).containsExactly("domain event");
			then(api).should().execute(REPLY);
		}

		@Test
		void nothingReturnedIsNothingToDo() {
			start(new FirstListener("null", log), new Listener("empty", log).returning((event) -> Mono.empty()),
					new LastListener("void", log)
						.returning((event) -> CompletableFuture.completedFuture((Object) null)));
			await(message("hi"));
			then(api).should(never()).execute(any());
			assertThat(log.events(UpdateFailedEvent.class)).isEmpty();
		}

		@Test
		void anUpdateIsHandledOnlyWhenAReturnedMonoCompletes() {
			Sinks.One<Object> result = Sinks.one();
			start(new Listener("one", log).returning((event) -> result.asMono()));
			CompletableFuture<Void> handled = message("hi");
			eventually(() -> assertThat(log.entries()).hasSize(1));
			Awaitility.await().during(Duration.ofMillis(150)).until(() -> !handled.isDone());
			result.tryEmitValue(REPLY);
			await(handled);
			then(api).should().execute(REPLY);
		}

		@Test
		void anUpdateIsHandledOnlyWhenItsReplyIsAnswered() {
			Sinks.One<Object> answer = Sinks.one();
			apiAnswers(answer.asMono());
			start(new Listener("one", log).returning((event) -> REPLY));
			CompletableFuture<Void> handled = message("hi");
			eventually(() -> then(api).should().execute(REPLY));
			Awaitility.await().during(Duration.ofMillis(150)).until(() -> !handled.isDone());
			answer.tryEmitValue("sent");
			await(handled);
		}

		@Test
		void anAsyncListenerEscapes() {
			start(AsyncConfiguration.class, new AsyncListener(release, log));
			await(message("hi"));
			assertThat(log.entries()).isEmpty();
			release.countDown();
			eventually(() -> assertThat(log.entries()).containsExactly("async"));
		}

		private List<String> sent() {
			List<String> sent = new ArrayList<>();
			ArgumentCaptor<BotApiMethod<Object>> methods = ArgumentCaptor.captor();
			then(api).should(atLeastOnce()).execute(methods.capture());
			for (BotApiMethod<?> method : methods.getAllValues()) {
				sent.add(((SendMessage) method).text());
			}
			return sent;
		}

	}

	@Nested
	class ReplyTests {

		@Test
		void aFailedReplyIsNoFailedListener() {
			ForbiddenException failure = new ForbiddenException("sendMessage", "blocked", null);
			apiAnswers(Mono.error(failure));
			start(settings(3, Duration.ZERO), new Listener("one", log).returning((event) -> REPLY));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("one hi");
			assertThat(log.events(UpdateFailedEvent.class)).isEmpty();
			assertThat(log.events(ReplyFailedEvent.class)).singleElement().satisfies((event) -> {
				assertThat(event.exception()).isSameAs(failure);
				assertThat(event.method()).isEqualTo(REPLY);
				assertThat(event.update().updateId()).isEqualTo(1);
			});
			then(api).should(times(1)).execute(any());
		}

		@Test
		void oneFailedReplyTouchesNoOther() {
			given(api.execute(any())).willReturn(Mono.error(new ForbiddenException("sendMessage", "x", null)))
				.willReturn(Mono.just("sent"));
			start(new Listener("one", log).returning((event) -> Flux.just(REPLY, REPLY)));
			await(message("hi"));
			then(api).should(times(2)).execute(any());
			assertThat(log.events(ReplyFailedEvent.class)).hasSize(1);
		}

		@Test
		void neverRepeatsAReplyThatMayHaveBeenSent() {
			apiAnswers(Mono.error(new OutcomeUnknownException("sendMessage", "HTTP 502")));
			start(new Listener("one", log).returning((event) -> REPLY));
			await(message("hi"));
			then(api).should(times(1)).execute(any());
			assertThat(log.events(ReplyFailedEvent.class)).hasSize(1);
		}

		@Test
		void triesAReplyOnThatWasNotSent() {
			given(api.execute(any())).willReturn(Mono.error(notSent(false)))
				.willReturn(Mono.error(notSent(false)))
				.willReturn(Mono.just("sent"));
			start(new Listener("one", log).returning((event) -> REPLY));
			await(message("hi"));
			then(api).should(times(3)).execute(any());
			assertThat(log.events(ReplyFailedEvent.class)).isEmpty();
			assertThat(log.entries()).containsExactly("one hi");
		}

		@Test
		void triesAReplyOnUntilTheListenersTimeIsOver() {
			apiAnswers(Mono.error(notSent(false)));
			start(settings(1, Duration.ofMillis(1500)), new Listener("one", log).returning((event) -> REPLY));
			await(message("hi"));
			then(api).should(times(2)).execute(any());
			assertThat(log.events(ReplyFailedEvent.class)).singleElement()
				.satisfies((event) -> assertThat(event.exception()).isInstanceOf(RequestNotSentException.class));
		}

		@Test
		void triesOnEvenIfItTakesAPersonToMendIt() {
			given(api.execute(any())).willReturn(Mono.error(notSent(true))).willReturn(Mono.just("sent"));
			start(new Listener("one", log).returning((event) -> REPLY));
			await(message("hi"));
			then(api).should(times(2)).execute(any());
			assertThat(log.events(ReplyFailedEvent.class)).isEmpty();
		}

		private static RequestNotSentException notSent(boolean permanent) {
			return new RequestNotSentException("sendMessage", TransportFixtures.failure(Phase.TCP, permanent, "down"));
		}

	}

	@Nested
	class TimeoutTests {

		private final DispatchSettings settings = settings(3, Duration.ofMillis(300));

		@Test
		void interruptsAListenerThatTakesTooLong() {
			start(this.settings, new FirstListener("slow", log).returning((event) -> {
				sleepForEver();
				return null;
			}), new Listener("next", log));
			await(message("hi"));
			assertThat(log.entries()).as("not tried again").containsExactly("slow hi", "next hi");
			assertTimeout("FirstListener.on");
		}

		@Test
		void aListenerThatSwallowsItsInterruptHasFailedNonetheless() {
			start(this.settings, new Listener("slow", log).returning((event) -> {
				try {
					sleepForEver();
				}
				catch (IllegalStateException ex) {
					// Swallowed
				}
				return REPLY;
			}));
			await(message("hi"));
			assertTimeout("Listener.on");
			then(api).should(never()).execute(any());
		}

		@Test
		void givesUpAMonoThatNeverCompletes() {
			AtomicBoolean cancelled = new AtomicBoolean();
			start(this.settings,
					new Listener("slow", log).returning((event) -> Mono.never().doOnCancel(() -> cancelled.set(true))));
			await(message("hi"));
			assertTimeout("Listener.on");
			assertThat(cancelled).isTrue();
		}

		@Test
		void givesUpAFutureThatNeverCompletes() {
			start(this.settings, new Listener("slow", log).returning((event) -> new CompletableFuture<>()));
			await(message("hi"));
			assertTimeout("Listener.on");
		}

		@Test
		void givesUpAReplyThatIsNeverAnswered() {
			apiAnswers(Mono.never());
			start(this.settings, new Listener("slow", log).returning((event) -> REPLY));
			await(message("hi"));
			assertThat(log.events(ReplyFailedEvent.class)).singleElement()
				.satisfies((event) -> assertThat(event.exception()).isInstanceOf(OutcomeUnknownException.class)
					.hasMessageContaining("sendMessage")
					.hasMessageContaining("telegram.dispatch.listener-timeout"));
		}

		@Test
		void givesUpAFluxThatGoesOnAfterAReplyThatIsNeverAnswered() {
			apiAnswers(Mono.never());
			AtomicBoolean cancelled = new AtomicBoolean();
			start(this.settings, new Listener("slow", log).returning(
					(event) -> Flux.concat(Flux.just(REPLY), Flux.never()).doOnCancel(() -> cancelled.set(true))));
			await(message("hi"));
			assertThat(cancelled).isTrue();
		}

		@Test
		void cancelsAFluxWhoseElementFails() {
			AtomicBoolean cancelled = new AtomicBoolean();
			start(settings(1, Duration.ZERO), new FailingStringListener(), new Listener("one", log).returning(
					(event) -> Flux.concat(Flux.just("fail"), Flux.never()).doOnCancel(() -> cancelled.set(true))));
			await(message("hi"));
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(1);
			assertThat(cancelled).isTrue();
		}

		@Test
		void whoHearsOfATimeoutIsNotInterrupted() {
			apiAnswers(Mono.never());
			start(this.settings, new InterruptListener(log),
					new FirstListener("mono", log).returning((event) -> Mono.never()),
					new Listener("reply", log).returning((event) -> REPLY));
			await(message("hi"));
			assertThat(log.entries()).containsExactly("mono hi", "UpdateFailedEvent false", "reply hi",
					"ReplyFailedEvent false");
		}

		@Test
		void theNextUpdateIsNotInterrupted() {
			AtomicInteger calls = new AtomicInteger();
			start(this.settings, new Listener("slow", log).returning((event) -> {
				if (calls.incrementAndGet() == 1) {
					sleepForEver();
				}
				return Thread.currentThread().isInterrupted() ? "interrupted" : REPLY;
			}));
			await(message("one"));
			await(message("two"));
			then(api).should().execute(REPLY);
			assertThat(log.events(String.class)).isEmpty();
		}

		@Test
		void aListenerThatIgnoresItsInterruptHoldsUpNothing() {
			start(this.settings, new FirstListener("stuck", log).returning((event) -> {
				if ("stuck".equals(event.message().text())) {
					waitWhateverComes(release);
					return SendMessage.of(5, "too late");
				}
				return null;
			}), new Listener("next", log));
			CompletableFuture<Void> stuck = message("stuck");
			CompletableFuture<Void> behind = message("behind");
			await(stuck);
			await(behind);
			assertThat(log.entries()).containsExactly("stuck stuck", "next stuck", "stuck behind", "next behind");
			assertTimeout("FirstListener.on");
			assertThat(dispatcher.slowest()).isNull();
			release.countDown();
			await(message("later"));
			then(api).should(never()).execute(any());
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(1);
		}

		@Test
		void asManyListenersAreLeftToThemselvesAsMayRunAndNoMore() {
			start(new DispatchSettings(DispatchSettings.Order.PER_CHAT, 2, 1, Duration.ofMillis(300), false, false),
					new Listener("one", log).returning((event) -> {
						if (event.message().chat().id() < 0) {
							waitWhateverComes(release);
						}
						return null;
					}));
			for (int i = 1; i <= 4; i++) {
				handle(Updates.receivedMessage(i, -i, "stuck"));
			}
			CompletableFuture<Void> other = handle(Updates.receivedMessage(5, 5, "other"));
			eventually(() -> assertThat(log.entries()).hasSize(4));
			Awaitility.await().during(Duration.ofMillis(900)).until(() -> !other.isDone());
			assertThat(log.events(UpdateFailedEvent.class)).hasSize(2);
			release.countDown();
			await(other);
			eventually(() -> assertThat(log.events(UpdateFailedEvent.class)).hasSize(4));
		}

		private static void waitWhateverComes(CountDownLatch release) {
			while (true) {
				try {
					release.await();
					return;
				}
				catch (InterruptedException ex) {
					// Stuck
				}
			}
		}

		private void assertTimeout(String listener) {
			assertThat(log.events(UpdateFailedEvent.class)).singleElement()
				.satisfies((event) -> assertThat(event.exception()).isInstanceOf(ListenerTimeoutException.class)
					.hasMessageContaining(listener)
					.hasMessageContaining("telegram.dispatch.listener-timeout"));
		}

	}

	@Nested
	class OrderTests {

		@Test
		void handlesAChatInOrder() {
			start(new Listener("one", log));
			List<CompletableFuture<Void>> all = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				all.add(handle(Updates.receivedMessage(i, 5, String.valueOf(i))));
			}
			all.forEach(UpdateDispatcherTests::await);
			assertThat(log.entries()).hasSize(100);
			for (int i = 0; i < 100; i++) {
				assertThat(log.entries().get(i)).isEqualTo("one " + i);
			}
		}

		@Test
		void oneChatHoldsUpNoOther() {
			start(new Listener("one", log).returning((event) -> {
				if (event.message().chat().id() == 5) {
					waitForRelease();
				}
				return null;
			}));
			CompletableFuture<Void> slow = handle(Updates.receivedMessage(1, 5, "slow"));
			CompletableFuture<Void> behind = handle(Updates.receivedMessage(2, 5, "behind"));
			await(handle(Updates.receivedMessage(3, 6, "other")));
			assertThat(slow).isNotDone();
			assertThat(behind).isNotDone();
			release.countDown();
			await(behind);
		}

		@Test
		void handlesOneAfterTheOtherIfToldSo() {
			start(new DispatchSettings(DispatchSettings.Order.SEQUENTIAL, 8, 1, Duration.ZERO, false, false),
					new Listener("one", log).returning((event) -> {
						waitForRelease();
						return null;
					}));
			handle(Updates.receivedMessage(1, 5, "one"));
			CompletableFuture<Void> last = handle(Updates.receivedMessage(2, 6, "two"));
			eventually(() -> assertThat(log.entries()).hasSize(1));
			Awaitility.await().during(Duration.ofMillis(150)).until(() -> log.entries().size() == 1);
			release.countDown();
			await(last);
			assertThat(log.entries()).containsExactly("one one", "one two");
		}

		@Test
		void handlesNoMoreThanTheLimitAtATime() {
			start(new DispatchSettings(DispatchSettings.Order.PER_CHAT, 2, 1, Duration.ZERO, false, false),
					new Listener("one", log).returning((event) -> {
						waitForRelease();
						return null;
					}));
			List<CompletableFuture<Void>> all = new ArrayList<>();
			for (int chat = 1; chat <= 5; chat++) {
				all.add(handle(Updates.receivedMessage(chat, chat, "x")));
			}
			eventually(() -> assertThat(log.entries()).hasSize(2));
			Awaitility.await().during(Duration.ofMillis(150)).until(() -> log.entries().size() == 2);
			release.countDown();
			all.forEach(UpdateDispatcherTests::await);
		}

		@Test
		void namesTheSlowestListener() {
			start(new Listener("one", log).returning((event) -> {
				waitForRelease();
				return null;
			}));
			assertThat(dispatcher).isNotNull();
			assertThat(dispatcher.slowest()).isNull();
			CompletableFuture<Void> handled = message("hi");
			eventually(() -> assertThat(dispatcher.slowest()).isEqualTo("Listener.on (for 0 s)"));
			release.countDown();
			await(handled);
			assertThat(dispatcher.slowest()).isNull();
		}

		private void waitForRelease() {
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Nested
	class DrainingTests {

		@Test
		void waitsForWhatIsAtWork() throws Exception {
			UpdateDispatcher dispatcher = start(new Listener("one", log).returning((event) -> {
				waitForRelease();
				return REPLY;
			}));
			CompletableFuture<Void> handled = message("hi");
			eventually(() -> assertThat(log.entries()).hasSize(1));
			CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(release::countDown);
			dispatcher.drain(Duration.ofSeconds(10));
			assertThat(handled).isCompleted();
			then(api).should().execute(REPLY);
		}

		@Test
		void beginsNothingAnyMore() throws Exception {
			UpdateDispatcher dispatcher = start(new Listener("one", log));
			dispatcher.drain(Duration.ofSeconds(1));
			CompletableFuture<Void> handled = message("hi");
			Awaitility.await().during(Duration.ofMillis(100)).until(() -> !handled.isDone());
			assertThat(log.entries()).isEmpty();
		}

		@Test
		void interruptsWhatTakesLongerAndNeverCallsItHandled() throws Exception {
			AtomicBoolean interrupted = new AtomicBoolean();
			UpdateDispatcher dispatcher = start(settings(3, Duration.ofMinutes(5)),
					new FirstListener("slow", log).returning((event) -> {
						try {
							sleepForEver();
						}
						finally {
							interrupted.set(true);
						}
						return null;
					}), new Listener("next", log));
			CompletableFuture<Void> slow = message("hi");
			CompletableFuture<Void> behind = message("behind");
			eventually(() -> assertThat(log.entries()).hasSize(1));
			dispatcher.drain(Duration.ofMillis(100));
			eventually(() -> assertThat(interrupted).isTrue());
			assertAbandoned(slow, behind);
			assertThat(log.entries()).containsExactly("slow hi");
		}

		@Test
		void abandonsAMonoThatHasNotCompleted() throws Exception {
			UpdateDispatcher dispatcher = start(new Listener("slow", log).returning((event) -> Mono.never()));
			CompletableFuture<Void> slow = message("hi");
			eventually(() -> assertThat(dispatcher.slowest()).isNotNull());
			dispatcher.drain(Duration.ofMillis(100));
			eventually(() -> assertThat(dispatcher.slowest()).isNull());
			assertAbandoned(slow);
		}

		@Test
		void abandonsAReplyThatIsTriedOn() throws Exception {
			apiAnswers(Mono.error(
					new RequestNotSentException("sendMessage", TransportFixtures.failure(Phase.TCP, false, "down"))));
			UpdateDispatcher dispatcher = start(new Listener("one", log).returning((event) -> REPLY));
			CompletableFuture<Void> handled = message("hi");
			eventually(() -> then(api).should().execute(REPLY));
			dispatcher.drain(Duration.ofMillis(100));
			eventually(() -> assertThat(dispatcher.slowest()).isNull());
			assertAbandoned(handled);
			assertThat(log.events(ReplyFailedEvent.class)).isEmpty();
		}

		@Test
		void abandonsInSpiteOfAnErrorHandlerOfTheMulticaster() throws Exception {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setErrorHandler((ex) -> log.add("handled " + ex.getClass().getSimpleName()));
			UpdateDispatcher dispatcher = start(multicaster, new FirstListener("slow", log).returning((event) -> {
				sleepForEver();
				return null;
			}), new Listener("next", log));
			CompletableFuture<Void> slow = message("hi");
			eventually(() -> assertThat(dispatcher.slowest()).isNotNull());
			dispatcher.drain(Duration.ofMillis(100));
			assertAbandoned(slow);
			assertThat(log.entries()).doesNotContain("next hi");
		}

		@Test
		void abandonsAListenerForAllEvents() throws Exception {
			UpdateDispatcher dispatcher = start(new SlowAnyListener(log));
			CompletableFuture<Void> slow = message("hi");
			eventually(() -> assertThat(log.entries()).contains("any"));
			dispatcher.drain(Duration.ofMillis(100));
			eventually(() -> assertThat(log.entries()).contains("any interrupted"));
			assertAbandoned(slow);
		}

		@Test
		void beginsNoOtherListenerOfAnUpdateThatIsAbandoned() throws Exception {
			UpdateDispatcher dispatcher = start(new FirstListener("slow", log).returning((event) -> {
				try {
					sleepForEver();
				}
				catch (IllegalStateException ex) {
					// Swallowed
				}
				return null;
			}), new Listener("next", log));
			CompletableFuture<Void> slow = message("hi");
			eventually(() -> assertThat(dispatcher.slowest()).isNotNull());
			dispatcher.drain(Duration.ofMillis(100));
			assertAbandoned(slow);
			assertThat(log.entries()).containsExactly("slow hi");
		}

		@Test
		void whatIsInterruptedMayStillEndInOrder() throws Exception {
			UpdateDispatcher dispatcher = start(new Listener("slow", log).returning((event) -> {
				try {
					sleepForEver();
				}
				catch (IllegalStateException ex) {
					log.add("closing");
					LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
					log.add("closed");
				}
				return null;
			}));
			CompletableFuture<Void> slow = message("hi");
			eventually(() -> assertThat(dispatcher.slowest()).isNotNull());
			dispatcher.drain(Duration.ofSeconds(4));
			assertThat(log.entries()).containsExactly("slow hi", "closing", "closed");
			assertAbandoned(slow);
		}

		@Test
		void handlesAgainOnceItIsOpened() throws Exception {
			UpdateDispatcher dispatcher = start(new Listener("one", log));
			dispatcher.drain(Duration.ofSeconds(1));
			dispatcher.open(BOT);
			await(message("again"));
			assertThat(log.entries()).containsExactly("one again");
		}

		@Test
		void whatStillRunsFromBeforeDoesNotTouchWhatComesAfter() throws Exception {
			AtomicInteger calls = new AtomicInteger();
			UpdateDispatcher dispatcher = start(new Listener("one", log).returning((event) -> {
				if (calls.incrementAndGet() == 1) {
					waitForReleaseWhateverComes();
					throw new IllegalStateException("interrupted at last");
				}
				return null;
			}));
			CompletableFuture<Void> stuck = message("stuck");
			eventually(() -> assertThat(log.entries()).hasSize(1));
			dispatcher.drain(Duration.ofMillis(100));
			dispatcher.open(BOT);
			await(message("again"));
			release.countDown();
			eventually(() -> assertThat(dispatcher.slowest()).isNull());
			await(message("later"));
			assertThat(stuck).isNotDone();
			assertThat(log.events(UpdateFailedEvent.class)).isEmpty();
		}

		private void assertAbandoned(CompletableFuture<?>... updates) {
			for (CompletableFuture<?> update : updates) {
				Awaitility.await().during(Duration.ofMillis(200)).until(() -> !update.isDone());
			}
			assertThat(log.events(UpdateFailedEvent.class)).isEmpty();
		}

		private void waitForRelease() {
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void waitForReleaseWhateverComes() {
			while (true) {
				try {
					release.await();
					return;
				}
				catch (InterruptedException ex) {
					// Stuck
				}
			}
		}

	}

	@Nested
	class CheckTests {

		@Test
		void anOrdinaryApplicationIsFine() {
			UpdateDispatcher dispatcher = create(settings(1, Duration.ZERO), TransactionalEventListenerFactory.class,
					new Listener("one", log), new UnrelatedTransactionalListener());
			assertThatNoException().isThrownBy(dispatcher::check);
			assertThat(log.entries()).isEmpty();
		}

		@Test
		void refusesAMulticasterWithThreadsOfItsOwn() {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			Executor executor = new SimpleAsyncTaskExecutor("multicaster-");
			multicaster.setTaskExecutor(executor);
			UpdateDispatcher dispatcher = create(settings(1, Duration.ZERO), multicaster, new Listener("one", log));
			assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(dispatcher::check)
				.withMessageContaining("applicationEventMulticaster")
				.satisfies((ex) -> assertThat(ex.action()).contains("telegram.dispatch.concurrency"));
		}

		@Test
		void refusesATransactionalListenerForUpdates() {
			UpdateDispatcher dispatcher = create(settings(1, Duration.ZERO), TransactionalEventListenerFactory.class,
					new TransactionalListener());
			assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(dispatcher::check)
				.withMessageContaining("@TransactionalEventListener")
				.withMessageContaining("TransactionalListener")
				.satisfies((ex) -> assertThat(ex.action()).contains("@EventListener"));
		}

		@Test
		void refusesATransactionalListenerForCommands() {
			UpdateDispatcher dispatcher = create(settings(1, Duration.ZERO), TransactionalEventListenerFactory.class,
					new TransactionalCommandListener());
			assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(dispatcher::check);
		}

	}

	@Nested
	class KindTests {

		@Test
		void nobodyWantsNothing() {
			start(new UnrelatedTransactionalListener());
			assertThat(factory.listeners().exist()).isFalse();
			assertThat(factory.listeners().kinds()).isEmpty();
		}

		@Test
		void listenersWantTheirKinds() {
			start(new SeveralKindsListener(log), new ChatMemberListener());
			assertThat(factory.listeners().exist()).isTrue();
			assertThat(factory.listeners().kinds()).containsExactly("message", "callback_query", "chat_member");
		}

		@Test
		void commandsComeInMessages() {
			start(new StartListener(log));
			assertThat(factory.listeners().kinds()).containsExactly("message");
		}

		@Test
		void aListenerForAllUpdatesWantsTelegramsDefault() {
			start(new AnyUpdateListener(log));
			assertThat(factory.listeners().kinds()).contains("message", "callback_query", "my_chat_member")
				.doesNotContain("chat_member", "message_reaction", "message_reaction_count")
				.hasSize(UpdateKind.values().length - 3);
		}

		@Test
		void aListenerForUnknownUpdatesWantsTelegramsDefault() {
			start(new UnknownListener(log));
			assertThat(factory.listeners().kinds()).hasSize(UpdateKind.values().length - 3);
		}

		@Test
		void aListenerForAllUpdatesDoesNotHideAnother() {
			start(new AnyUpdateListener(log), new ChatMemberListener());
			assertThat(factory.listeners().kinds()).contains("message", "chat_member")
				.doesNotContain("message_reaction");
		}

	}

	record ChatMemberProbe(String text) {

	}

	static class Listener {

		private final String name;

		private final Log log;

		private Function<MessageEvent, @Nullable Object> result = (event) -> null;

		Listener(String name, Log log) {
			this.name = name;
			this.log = log;
		}

		Listener returning(Function<MessageEvent, @Nullable Object> result) {
			this.result = result;
			return this;
		}

		Listener failing(Throwable failure) {
			return returning((event) -> {
				if (failure instanceof Error error) {
					throw error;
				}
				throw (RuntimeException) failure;
			});
		}

		@Nullable Object record(MessageEvent event) {
			this.log.add(this.name + " " + event.message().text());
			return this.result.apply(event);
		}

		@EventListener
		@Nullable Object on(MessageEvent event) {
			return record(event);
		}

	}

	static class FirstListener extends Listener {

		FirstListener(String name, Log log) {
			super(name, log);
		}

		@Override
		@EventListener
		@Order(-1)
		@Nullable Object on(MessageEvent event) {
			return record(event);
		}

	}

	static class LastListener extends Listener {

		LastListener(String name, Log log) {
			super(name, log);
		}

		@Override
		@EventListener
		@Order(Integer.MAX_VALUE)
		@Nullable Object on(MessageEvent event) {
			return record(event);
		}

	}

	record CheckedListener(IOException failure) {

		@EventListener
		void on(MessageEvent event) throws IOException {
			throw this.failure;
		}

	}

	record InterruptListener(Log log) {

		@EventListener({ UpdateFailedEvent.class, ReplyFailedEvent.class })
		void on(Object event) {
			this.log.add(event.getClass().getSimpleName() + " " + Thread.currentThread().isInterrupted());
		}

	}

	record AnyUpdateListener(Log log) {

		@EventListener
		void on(UpdateEvent event) {
			this.log.add("any " + event.getClass().getSimpleName());
		}

	}

	record UnknownListener(Log log) {

		@EventListener
		void on(UnknownUpdateEvent event) {
			this.log.add("unknown " + event.json().path("brand_new"));
		}

	}

	record SeveralKindsListener(Log log) {

		@EventListener({ MessageEvent.class, CallbackQueryEvent.class })
		void on() {
			this.log.add("several");
		}

	}

	static class ChatMemberListener {

		@EventListener
		void on(ChatMemberEvent event) {
		}

	}

	record ProbeListener(Log log) {

		@EventListener
		void on(ChatMemberProbe probe) {
			this.log.add("probe " + probe.text());
		}

	}

	record NestingListener(Log log, ApplicationEventPublisher publisher) {

		@EventListener(condition = "#event.message().text() == 'nest'")
		void on(MessageEvent event) {
			this.log.add("nesting");
			this.publisher.publishEvent(new CommandEvent(event.update(), event.bot(), "x", ""));
		}

	}

	record AnyCommandListener(Log log) {

		@EventListener
		SendMessage on(CommandEvent event) {
			this.log.add("nested command");
			return REPLY;
		}

	}

	record StartListener(Log log) {

		@OnCommand({ "start", "Go" })
		void start(CommandEvent event) {
			this.log.add("start(" + event.argument() + ")");
		}

	}

	record ConditionalListener(Log log) {

		@OnCommand(value = "admin", condition = "#command.argument() == 'please'")
		void admin(CommandEvent command) {
			this.log.add("admin " + command.argument());
		}

	}

	record BrokenConditionListener(Log log) {

		@OnCommand(value = "broken", condition = "#command.nothing()")
		void broken(CommandEvent command) {
			this.log.add("never");
		}

	}

	record HelpListener(Log log) {

		@OnCommand("help")
		SendMessage help() {
			this.log.add("help");
			return REPLY;
		}

	}

	record AllCommandsListener(Log log) {

		@OnCommand
		void all(CommandEvent event) {
			this.log.add("all " + event.command());
		}

	}

	record ComposedListener(Log log) {

		@ComposedCommand
		void on() {
			this.log.add("composed");
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@OnCommand("composed")
	@interface ComposedCommand {

	}

	static class FailingBotReadyListener {

		@EventListener
		void on(BotReady event) {
			throw new IllegalStateException("broken");
		}

	}

	static class FailingFailureListener {

		@EventListener
		void on(UpdateFailedEvent event) {
			throw new IllegalStateException("broken");
		}

	}

	static class FailingStringListener {

		@EventListener
		void on(String event) throws IOException {
			throw new IOException("broken");
		}

	}

	static class FailingApplicationListener implements ApplicationListener<PayloadApplicationEvent<MessageEvent>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<MessageEvent> event) {
			throw new IllegalStateException("broken");
		}

	}

	record FailingAnyListener(Log log) {

		@EventListener
		@Order(5)
		void on(Object event) {
			if (event instanceof UpdateEvent) {
				this.log.add("any");
				throw new IllegalStateException("broken");
			}
		}

	}

	record SlowAnyListener(Log log) {

		@EventListener
		void on(Object event) {
			if (event instanceof UpdateEvent) {
				this.log.add("any");
				try {
					sleepForEver();
				}
				finally {
					this.log.add("any interrupted");
				}
			}
		}

	}

	@EnableAsync(proxyTargetClass = true)
	static class AsyncConfiguration {

	}

	static class AsyncListener {

		private final @Nullable CountDownLatch release;

		private final @Nullable Log log;

		AsyncListener() {
			this.release = null;
			this.log = null;
		}

		AsyncListener(CountDownLatch release, Log log) {
			this.release = release;
			this.log = log;
		}

		@Async
		@EventListener
		public void on(MessageEvent event) throws InterruptedException {
			if (this.release != null && this.log != null) {
				this.release.await();
				this.log.add("async");
			}
		}

	}

	static class TransactionalListener {

		@TransactionalEventListener
		public void on(MessageEvent event) {
		}

	}

	static class TransactionalCommandListener {

		@TransactionalEventListener
		public void on(CommandEvent event) {
		}

	}

	static class UnrelatedTransactionalListener {

		@TransactionalEventListener
		public void on(ChatMemberProbe event) {
		}

	}

	/**
	 * Remembers what happened.
	 */
	static class Log {

		private final List<String> entries = new CopyOnWriteArrayList<>();

		private final List<Object> events = new CopyOnWriteArrayList<>();

		void add(String entry) {
			this.entries.add(entry);
		}

		List<String> entries() {
			return this.entries;
		}

		<T> List<T> events(Class<T> type) {
			return this.events.stream().filter(type::isInstance).map(type::cast).toList();
		}

		@EventListener({ UpdateFailedEvent.class, ReplyFailedEvent.class, UnreadableUpdateEvent.class, BotReady.class,
				SendMessage.class, String.class })
		void on(Object event) {
			this.events.add(event);
		}

	}

}
