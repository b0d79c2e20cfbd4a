// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What an operator reads since this was opened: the lines at INFO or above of our loggers
 * and of those that we are answerable for.
 */
public final class OperatorLog implements AutoCloseable {

	private static final List<String> LOGGERS = List.of("io.github.telegramnopool", "reactor", "io.netty");

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel().isGreaterOrEqual(Level.INFO)
					&& LOGGERS.stream().anyMatch(event.getLoggerName()::startsWith)
					&& !event.getLoggerName().startsWith("io.github.telegramnopool.simulator")) {
				OperatorLog.this.events.add(event);
			}
		}

	};

	private OperatorLog() {
	}

	/**
	 * Begin to read. A starting application sets its logging up anew, so open it after
	 * the application.
	 */
	public static OperatorLog open() {
		OperatorLog log = new OperatorLog();
		log.appender.start();
		root().addAppender(log.appender);
		return log;
	}

	/**
	 * All lines, such as {@code WARN What happened}.
	 */
	public List<String> lines() {
		return lines(Level.INFO);
	}

	public List<String> warnings() {
		return lines(Level.WARN);
	}

	/**
	 * Lines that came with a stack trace.
	 */
	public List<String> traces() {
		return text(this.events.stream().filter((event) -> event.getThrowableProxy() != null));
	}

	private List<String> lines(Level least) {
		return text(this.events.stream().filter((event) -> event.getLevel().isGreaterOrEqual(least)));
	}

	private static List<String> text(Stream<ILoggingEvent> events) {
		return events.map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public void close() {
		root().detachAppender(this.appender);
		this.appender.stop();
	}

}
