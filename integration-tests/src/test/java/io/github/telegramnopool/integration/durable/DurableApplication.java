// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.durable;

import java.nio.file.Path;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.event.UpdateFailedEvent;
import io.github.telegramnopool.integration.Journal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A bot with a durable inbox, to be run in a JVM of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DurableApplication {

	private final Journal journal;

	DurableApplication(@Value("${journal}") Path journal) {
		this.journal = new Journal(journal);
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void beforeCommit(MessageEvent event) {
		this.journal.write("registered " + event.message().text());
		if (event.message().text().startsWith("uncommitted")) {
			this.journal.await("commit");
		}
	}

	@ApplicationModuleListener
	void durable(MessageEvent event) {
		this.journal.write("begun " + event.message().text());
		if (event.message().text().startsWith("long")) {
			this.journal.await("listener");
		}
		this.journal.write("handled " + event.message().text());
	}

	@EventListener
	void failed(UpdateFailedEvent event) {
		this.journal.write("failed " + event.update().message().text());
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(DurableApplication.class).web(WebApplicationType.NONE).run(args);
	}

}
