// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A call that ends with the first of these: its answer, the failure of its connection,
 * its deadline, the end of its transport, and that nobody waits for it any more. All but
 * an answer give the connection up.
 * <p>
 * One operator where a dozen of Reactor's would do, since each call makes all of them
 * anew.
 */
final class BoundedCall<T> extends Flux<T> {

	private static final Log logger = LogFactory.getLog(BotTransport.class);

	/**
	 * Where Reactor looks for a handler of errors that nobody waits for any more.
	 */
	private static final String ERROR_DROPPED = "reactor.onErrorDropped.local";

	private static final Consumer<Throwable> DROPPED = BoundedCall::dropped;

	private final CallsUnderWay calls;

	private final Supplier<Exchange> exchanges;

	private final Function<Exchange, Flux<T>> work;

	private final Duration deadline;

	private final Duration answer;

	/**
	 * Create a call, which begins when it is subscribed to.
	 * @param exchanges makes what is to be known of it
	 * @param work does it
	 * @param deadline the time that it has
	 * @param answer the time that its answer has to begin, from when the request is
	 * written
	 */
	BoundedCall(CallsUnderWay calls, Supplier<Exchange> exchanges, Function<Exchange, Flux<T>> work, Duration deadline,
			Duration answer) {
		this.calls = calls;
		this.exchanges = exchanges;
		this.work = work;
		this.deadline = deadline;
		this.answer = answer;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> subscriber) {
		Exchange exchange = this.exchanges.get();
		this.work.apply(exchange).subscribe(new Bounds(exchange, subscriber));
	}

	/**
	 * What comes after the end of a call, such as the loss of the connection that we have
	 * closed ourselves, is of no interest.
	 */
	private static void dropped(Throwable failure) {
		logger.debug("Came after the end of the call", failure);
	}

	private final class Bounds implements CoreSubscriber<T>, Subscription {

		private final Exchange exchange;

		private final CoreSubscriber<? super T> subscriber;

		private final Context context;

		private volatile @Nullable Subscription upstream;

		private volatile @Nullable Disposable timer;

		private volatile @Nullable Disposable answerTimer;

		Bounds(Exchange exchange, CoreSubscriber<? super T> subscriber) {
			this.exchange = exchange;
			// Content and end may come on different threads
			this.subscriber = Operators.serialize(subscriber);
			this.context = subscriber.currentContext().put(Exchange.class, exchange).put(ERROR_DROPPED, DROPPED);
		}

		@Override
		public Context currentContext() {
			return this.context;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			this.exchange.onFailure(this::interrupt);
			if (BoundedCall.this.answer.compareTo(BoundedCall.this.deadline) < 0) {
				this.exchange.onSent(this::awaitAnswer);
			}
			this.subscriber.onSubscribe(this);
			this.timer = BoundedCall.this.calls.after(BoundedCall.this.deadline, this::overdue);
			BoundedCall.this.calls.begins(this.exchange);
			if (this.exchange.isOver()) {
				release();
			}
		}

		private void overdue() {
			interrupt(new OverdueException(BoundedCall.this.deadline));
		}

		private void awaitAnswer() {
			this.answerTimer = BoundedCall.this.calls.after(BoundedCall.this.answer, this::unanswered);
			if (this.exchange.isOver()) {
				release();
			}
		}

		private void unanswered() {
			if (!this.exchange.isAnswered()) {
				interrupt(new OverdueException(BoundedCall.this.answer));
			}
		}

		@Override
		public void onNext(T content) {
			this.subscriber.onNext(content);
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.subscriber.onComplete();
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.subscriber.onError(BoundedCall.this.calls.failure(this.exchange, failure));
			}
			else {
				dropped(failure);
			}
		}

		private void interrupt(Throwable failure) {
			if (end()) {
				cancelUpstream();
				this.subscriber.onError(BoundedCall.this.calls.failure(this.exchange, failure));
			}
		}

		@Override
		public void request(long count) {
			Subscription upstream = this.upstream;
			if (upstream != null) {
				upstream.request(count);
			}
		}

		@Override
		public void cancel() {
			if (end()) {
				cancelUpstream();
				this.exchange.abort();
			}
		}

		private void cancelUpstream() {
			Subscription upstream = this.upstream;
			if (upstream != null) {
				upstream.cancel();
			}
		}

		/**
		 * Claim the right to say how the call has ended.
		 */
		private boolean end() {
			if (!this.exchange.end()) {
				return false;
			}
			release();
			return true;
		}

		private void release() {
			BoundedCall.this.calls.ends(this.exchange);
			dispose(this.timer);
			dispose(this.answerTimer);
		}

		private void dispose(@Nullable Disposable timer) {
			if (timer != null) {
				timer.dispose();
			}
		}

	}

}
