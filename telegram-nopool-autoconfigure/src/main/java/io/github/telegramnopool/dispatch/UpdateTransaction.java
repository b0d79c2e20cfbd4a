// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

/**
 * Surrounds the publication of an update.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface UpdateTransaction {

	/**
	 * No transaction.
	 */
	UpdateTransaction NONE = Runnable::run;

	/**
	 * Run a publication and see to it that what it has written stays.
	 * @param publication the publication
	 * @throws RuntimeException if nothing that the publication has written may be relied
	 * on
	 */
	void execute(Runnable publication);

}
