// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps what the tracer of an application exports, each span as soon as it has ended.
 */
@Configuration(proxyBeanMethods = false)
class ExportedSpans {

	private final List<SpanData> spans = new CopyOnWriteArrayList<>();

	@Bean
	SpanProcessor spansToMemory() {
		return SimpleSpanProcessor.create(new Memory(this.spans));
	}

	/**
	 * All of them, also those of the web server.
	 */
	List<SpanData> all() {
		return this.spans;
	}

	List<SpanData> named(String name) {
		return this.spans.stream().filter((span) -> span.getName().equals(name)).toList();
	}

	/**
	 * The only one of this name.
	 */
	SpanData single(String name) {
		OperatedBot.await().until(() -> named(name).size() == 1);
		return named(name).get(0);
	}

	List<SpanData> childrenOf(SpanData parent) {
		return this.spans.stream()
			.filter((span) -> span.getTraceId().equals(parent.getTraceId()))
			.filter((span) -> span.getParentSpanId().equals(parent.getSpanId()))
			.toList();
	}

	static boolean isRoot(SpanData span) {
		return !span.getParentSpanContext().isValid();
	}

	static String tag(SpanData span, String key) {
		return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(key)));
	}

	private record Memory(List<SpanData> spans) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.spans.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
