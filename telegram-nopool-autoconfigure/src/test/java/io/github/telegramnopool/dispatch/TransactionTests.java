// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.TelegramBotApi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@code telegram.dispatch.transactional}, with Spring's transactions and all
 * but a database.
 */
@Timeout(60)
class TransactionTests {

	private static final List<String> log = new CopyOnWriteArrayList<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final OneConnection transactions = new OneConnection();

	private @Nullable UpdateDispatcher dispatcher;

	@AfterEach
	void close() throws Exception {
		if (this.dispatcher != null) {
			this.dispatcher.close();
		}
		this.context.close();
		log.clear();
	}

	@Test
	void commitsBeforeTheUpdateIsHandled() {
		start(1, DurableListener.class);
		await(message("hi"));
		assertThat(log).containsExactly("begin", "before commit hi", "commit", "after commit hi");
	}

	@Test
	void listenersForUpdatesThatWaitForTheCommitAreReasonToAskForThem() {
		start(1, DurableListener.class);
		assertThat(this.dispatcher).isNotNull();
		UpdateListeners listeners = this.context.getBean(UpdateListenerFactory.class).listeners();
		assertThat(listeners.exist()).isTrue();
		assertThat(listeners.kinds()).containsExactly("message");
	}

	@Test
	void anOrdinaryListenerRunsOutsideWithATransactionOfItsOwn() {
		start(1, DurableListener.class, SavingListener.class);
		await(message("hi"));
		// There is one connection: had the listener run within, it had waited for itself
		assertThat(log).containsExactly("begin", "before commit hi", "commit", "after commit hi", "begin", "save hi",
				"commit");
	}

	@Test
	void anOrdinaryListenerThatFailsTakesNoTransactionalOneWithIt() {
		start(1, DurableListener.class, SavingListener.class);
		await(message("unsaved"));
		assertThat(log).containsExactly("begin", "before commit unsaved", "commit", "after commit unsaved", "begin",
				"save unsaved", "rollback", "failed IllegalStateException");
	}

	@Test
	void whatAnOrdinaryListenerPublishesInItsOwnTransactionIsHeardAfterItsCommit() {
		start(1, PublishingListener.class, DomainListener.class);
		await(message("hi"));
		assertThat(log).containsExactly("begin", "commit", "begin", "publish hi", "commit", "domain hi");
	}

	@Test
	void aTransactionalListenerThatFailsTakesNoOrdinaryOneWithIt() {
		start(2, DurableListener.class, SavingListener.class);
		await(message("reject"));
		assertThat(log).containsExactly("begin", "before commit reject", "rollback", "begin", "before commit reject",
				"rollback", "failed IllegalStateException", "begin", "save reject", "commit");
	}

	@Test
	void aCommitThatFailsIsTriedAgainAndOrdinaryListenersAreNot() {
		this.transactions.failingCommits.set(1);
		start(2, DurableListener.class, PlainListener.class);
		await(message("hi"));
		assertThat(log).containsExactly("begin", "before commit hi", "commit fails", "begin", "before commit hi",
				"commit", "after commit hi", "plain hi");
	}

	@Test
	void aCommitThatFailsForGoodIsTold() {
		this.transactions.failingCommits.set(1);
		start(1, DurableListener.class, PlainListener.class);
		await(message("hi"));
		assertThat(log).containsExactly("begin", "before commit hi", "commit fails",
				"failed TransactionSystemException", "plain hi");
	}

	@Test
	void anUpdateWaitsForADatabaseThatIsAway() {
		this.transactions.away = true;
		start(1, DurableListener.class, PlainListener.class);
		CompletableFuture<Void> handled = message("hi");
		Awaitility.await().until(() -> log.contains("no connection"));
		assertThat(handled).isNotDone();
		log.clear();
		this.transactions.away = false;
		await(handled);
		assertThat(log).endsWith("begin", "before commit hi", "commit", "after commit hi", "plain hi");
	}

	@Test
	void aDatabaseThatStaysAwayStopsNoOrdinaryListener() {
		this.transactions.away = true;
		start(1, Duration.ofMillis(300), DurableListener.class, PlainListener.class);
		await(message("hi"));
		assertThat(log).containsExactly("no connection", "failed ListenerTimeoutException", "plain hi");
	}

	@Test
	void anUpdateThatWaitsForADatabaseComesAgainIfTheApplicationStops() throws Exception {
		this.transactions.away = true;
		UpdateDispatcher dispatcher = start(1, DurableListener.class, PlainListener.class);
		CompletableFuture<Void> handled = message("hi");
		Awaitility.await().until(() -> log.contains("no connection"));
		dispatcher.drain(Duration.ofMillis(400));
		assertThat(handled).isNotDone();
		assertThat(log).doesNotContain("plain hi").noneMatch((entry) -> entry.startsWith("failed"));
	}

	@Test
	void aFailureAfterTheCommitIsLeftToSpring() {
		start(3, DurableListener.class);
		await(message("late"));
		assertThat(log).containsExactly("begin", "before commit late", "commit", "after commit late");
	}

	@Test
	void aListenerForAllEventsThatFailsLeavesOrdinaryOnesAlone() {
		start(1, AnyEventListener.class, PlainListener.class, DurableListener.class);
		await(message("hi"));
		assertThat(log).contains("rollback", "failed IllegalStateException", "plain hi");
	}

	@Test
	void refusesATransactionalListenerWhoseReplyNobodyWouldSend() {
		UpdateDispatcher dispatcher = create(1, Duration.ZERO, ReplyingListener.class);
		assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(dispatcher::check)
			.withMessageContaining("ReplyingListener")
			.withMessageContaining("nobody would send")
			.satisfies((ex) -> assertThat(ex.action()).contains("TelegramBotApi"));
	}

	@Test
	void refusesATransactionalListenerForOneBotWhichAllWouldReach() {
		UpdateDispatcher dispatcher = create(1, Duration.ZERO, OneBotsListener.class);
		assertThatExceptionOfType(UnsupportedListenerException.class).isThrownBy(dispatcher::check)
			.withMessageContaining("OneBotsListener")
			.withMessageContaining("every bot")
			.satisfies((ex) -> assertThat(ex.action()).contains("condition"));
	}

	private UpdateDispatcher start(int attempts, Class<?>... listeners) {
		return start(attempts, Duration.ZERO, listeners);
	}

	private UpdateDispatcher start(int attempts, Duration timeout, Class<?>... listeners) {
		UpdateDispatcher dispatcher = create(attempts, timeout, listeners);
		dispatcher.check();
		dispatcher.open(new BotInfo("default", 4242, "test_bot"));
		return dispatcher;
	}

	private UpdateDispatcher create(int attempts, Duration timeout, Class<?>... listeners) {
		UpdateListenerFactory factory = new UpdateListenerFactory(this.context);
		this.context.registerBean(UpdateListenerFactory.class, () -> factory);
		this.context.registerBean(PlatformTransactionManager.class, () -> this.transactions);
		this.context.register(Transactions.class);
		this.context.register(FailureListener.class);
		this.context.register(listeners);
		this.context.refresh();
		TelegramBotApi api = mock();
		given(api.execute(any())).willReturn(Mono.just("sent"));
		UpdateDispatcher dispatcher = new UpdateDispatcher("default",
				new DispatchSettings(DispatchSettings.Order.PER_CHAT, 8, attempts, timeout, false, false),
				factory.listeners(), new CommittedTransaction(this.transactions), api, this.context);
		this.dispatcher = dispatcher;
		return dispatcher;
	}

	private CompletableFuture<Void> message(String text) {
		assertThat(this.dispatcher).isNotNull();
		return this.dispatcher.handle(Updates.receivedMessage(1, 5, text));
	}

	private static void await(CompletableFuture<Void> handled) {
		handled.orTimeout(15, TimeUnit.SECONDS).join();
	}

	@EnableTransactionManagement(proxyTargetClass = true)
	static class Transactions {

		@Bean
		Object unused() {
			return "";
		}

	}

	@ForBot("sales")
	static class OneBotsListener {

		@TransactionalEventListener
		public void on(MessageEvent event) {
		}

	}

	static class DurableListener {

		@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
		public void before(MessageEvent event) {
			log.add("before commit " + event.message().text());
			if ("reject".equals(event.message().text())) {
				throw new IllegalStateException("rejected");
			}
		}

		@TransactionalEventListener
		public void after(MessageEvent event) {
			log.add("after commit " + event.message().text());
			if ("late".equals(event.message().text())) {
				throw new IllegalStateException("too late");
			}
		}

	}

	static class SavingListener {

		@EventListener
		@Transactional
		public void save(MessageEvent event) {
			log.add("save " + event.message().text());
			if ("unsaved".equals(event.message().text())) {
				throw new IllegalStateException("not saved");
			}
		}

	}

	static class PlainListener {

		@EventListener
		public void on(MessageEvent event) {
			log.add("plain " + event.message().text());
		}

	}

	record DomainEvent(String text) {

	}

	static class PublishingListener {

		private final ApplicationEventPublisher publisher;

		PublishingListener(ApplicationEventPublisher publisher) {
			this.publisher = publisher;
		}

		@EventListener
		@Transactional
		public void on(MessageEvent event) {
			log.add("publish " + event.message().text());
			this.publisher.publishEvent(new DomainEvent(String.valueOf(event.message().text())));
		}

	}

	static class DomainListener {

		@TransactionalEventListener
		public void on(DomainEvent event) {
			log.add("domain " + event.text());
		}

	}

	static class AnyEventListener implements ApplicationListener<PayloadApplicationEvent<MessageEvent>> {

		@Override
		@Order(-1)
		public void onApplicationEvent(PayloadApplicationEvent<MessageEvent> event) {
			throw new IllegalStateException("broken");
		}

	}

	static class ReplyingListener {

		@TransactionalEventListener
		public List<SendMessage> on(MessageEvent event) {
			return List.of();
		}

	}

	static class FailureListener {

		@EventListener
		public void on(UpdateFailedEvent event) {
			log.add("failed " + event.exception().getClass().getSimpleName());
		}

	}

	/**
	 * A database with a single connection, which nobody may ask for twice.
	 */
	@SuppressWarnings("serial")
	private static final class OneConnection extends AbstractPlatformTransactionManager {

		private final AtomicInteger failingCommits = new AtomicInteger();

		private volatile boolean away;

		private boolean inUse;

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected boolean isExistingTransaction(Object transaction) {
			return this.inUse;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			if (this.away) {
				log.add("no connection");
				throw new CannotCreateTransactionException("The database is away");
			}
			log.add("begin");
			this.inUse = true;
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.failingCommits.getAndDecrement() > 0) {
				log.add("commit fails");
				throw new TransactionSystemException("The commit failed");
			}
			log.add("commit");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			log.add("rollback");
		}

		@Override
		protected void doCleanupAfterCompletion(Object transaction) {
			this.inUse = false;
		}

	}

}
