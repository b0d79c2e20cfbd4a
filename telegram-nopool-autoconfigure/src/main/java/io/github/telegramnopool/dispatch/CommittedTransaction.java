// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction of Spring's, committed before anybody goes on.
 * <p>
 * While none can be begun, nothing was executed, so that is tried on until the thread is
 * interrupted: a database that is away costs no update.
 *
 * @since 0.1.0
 */
public final class CommittedTransaction implements UpdateTransaction {

	private static final Log logger = LogFactory.getLog(UpdateDispatcher.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final TransactionTemplate template;

	/**
	 * Create a transaction.
	 * @param transactionManager what begins and commits it
	 */
	public CommittedTransaction(PlatformTransactionManager transactionManager) {
		this.template = new TransactionTemplate(transactionManager);
	}

	@Override
	public void execute(Runnable publication) {
		boolean warned = false;
		while (true) {
			try {
				this.template.executeWithoutResult((status) -> publication.run());
				return;
			}
			catch (CannotCreateTransactionException ex) {
				if (!warned) {
					logger.warn("No transaction can be begun for an update, trying on: " + ex.getMessage());
					warned = true;
				}
				pause(ex);
			}
		}
	}

	private static void pause(CannotCreateTransactionException failure) {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure;
		}
	}

}
