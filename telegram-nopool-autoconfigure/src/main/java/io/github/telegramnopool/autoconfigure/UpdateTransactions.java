// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import io.github.telegramnopool.dispatch.CommittedTransaction;
import io.github.telegramnopool.dispatch.UpdateTransaction;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * Makes the transaction that updates are published in, of what the application has for
 * transactions.
 */
final class UpdateTransactions {

	private static final String PROPERTY = "telegram.dispatch.transactional";

	private UpdateTransactions() {
	}

	static UpdateTransaction of(ApplicationContext context) {
		if (!ClassUtils.isPresent("org.springframework.transaction.PlatformTransactionManager",
				context.getClassLoader())) {
			throw missing("Spring's transactions are not on the class path");
		}
		return Present.of(context);
	}

	private static InvalidTelegramPropertyException missing(String reason) {
		return new InvalidTelegramPropertyException(PROPERTY, reason,
				"Add spring-boot-starter-jdbc or another starter with transactions, or remove the property.");
	}

	/**
	 * Apart, so that Spring's transactions may be absent.
	 */
	private static final class Present {

		static UpdateTransaction of(ApplicationContext context) {
			try {
				PlatformTransactionManager manager = context.getBeanProvider(PlatformTransactionManager.class)
					.getIfAvailable();
				if (manager == null) {
					throw missing("there is no bean of type PlatformTransactionManager");
				}
				return new CommittedTransaction(manager);
			}
			catch (NoUniqueBeanDefinitionException ex) {
				throw new InvalidTelegramPropertyException(PROPERTY,
						"there are several beans of type PlatformTransactionManager and none is primary: "
								+ ex.getBeanNamesFound(),
						"Mark one of them with @Primary, or remove the property.");
			}
		}

	}

}
