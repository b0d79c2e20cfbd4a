// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramBotApi;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.simulator.RecordedRequest;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.transport.TelegramWebClientCustomizer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real tracer exports of updates and calls.
 */
@ExtendWith(OutputCaptureExtension.class)
class TracingTests {

	private static final String SALES = "77777:AAFD39kkdpWt3ywyRZergyOLMaJhac60sls";

	private static final String SUPPORT = "88888:AAFD39kkdpWt3ywyRZergyOLMaJhac60spt";

	private static final String UPDATE = "telegram message";

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	@AfterEach
	void stop() {
		this.telegram.close();
		// It is one for the whole JVM
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@ValueSource(strings = { "limited", "auto" })
	void anUpdateIsOneTraceWithAllCallsThatItsListenersMake(String propagation, CapturedOutput output) {
		try (OperatedBot bot = traced().with("spring.reactor.context-propagation", propagation)
			.run(ExportedSpans.class, TracedListeners.class)) {
			ExportedSpans spans = bot.bean(ExportedSpans.class);
			writeBoth(bot, spans);
			SpanData alice = updateWith(spans, "telegram getChat");
			SpanData bob = updateWith(spans, "telegram getMe");
			assertThat(List.of(alice, bob)).allMatch(ExportedSpans::isRoot)
				.allMatch((update) -> ExportedSpans.tag(update, "outcome").equals("handled"));
			assertThat(names(spans.childrenOf(alice))).as("blocking, published twice, promised; replies")
				.isEqualTo(Map.of("telegram getChat", 4L, "telegram sendMessage", 3L));
			assertThat(names(spans.childrenOf(bob)))
				.isEqualTo(Map.of("telegram getMe", 4L, "telegram sendChatAction", 3L));
			assertThat(this.telegram.received("getUpdates")).isPositive();
			assertThat(spans.all()).as("neither polls nor anything below calls").hasSize(16);
			assertThat(lines(output, "A listener has heard")).hasSize(2)
				.allMatch((line) -> line.contains(alice.getTraceId() + "-" + alice.getSpanId())
						|| line.contains(bob.getTraceId() + "-" + bob.getSpanId()));
			assertThat(lines(output, "A publisher has heard")).hasSize(2)
				.allMatch((line) -> propagation
					.equals("auto") == (line.contains(alice.getTraceId()) || line.contains(bob.getTraceId())));
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void listenersOnVirtualThreadsAreTracedAsWell(CapturedOutput output) {
		try (OperatedBot bot = traced().with("spring.threads.virtual.enabled", "true")
			.run(ExportedSpans.class, TracedListeners.class)) {
			ExportedSpans spans = bot.bean(ExportedSpans.class);
			writeBoth(bot, spans);
			assertThat(spans.childrenOf(updateWith(spans, "telegram getChat"))).hasSize(7);
			assertThat(lines(output, "A listener has heard"))
				.anyMatch((line) -> line.contains(updateWith(spans, "telegram getChat").getSpanId()));
		}
	}

	@Test
	void aCallWithinSomethingElseIsItsChild() {
		try (OperatedBot bot = traced().run(ExportedSpans.class)) {
			ExportedSpans spans = bot.bean(ExportedSpans.class);
			BlockingTelegramBotApi api = bot.bean(BlockingTelegramBotApi.class);
			api.getMe();
			assertThat(spans.all()).singleElement().matches(ExportedSpans::isRoot);
			Observation.createNotStarted("observed", bot.bean(ObservationRegistry.class)).observe(() -> api.getMe());
			assertThat(names(spans.childrenOf(spans.single("observed")))).containsOnlyKeys("telegram getMe");
			Tracer tracer = bot.bean(Tracer.class);
			Span span = tracer.nextSpan().name("by hand").start();
			try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
				api.getMe();
			}
			finally {
				span.end();
			}
			assertThat(names(spans.childrenOf(spans.single("by hand")))).containsOnlyKeys("telegram getMe");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aCallOfAWebRequestIsAChildOfItAndTelegramIsNotToldOfIt(boolean throughWebClient) {
		Class<?> other = throughWebClient ? Idle.class : Clumsy.class;
		try (OperatedBot bot = traced().with("management.tracing.propagation.produce", "w3c,b3,b3_multi")
			.with("management.tracing.baggage.remote-fields", "who")
			.run(ExportedSpans.class, Page.class, other)) {
			String trace = "0af7651916cd43dd8448eb211c80319c";
			assertThat(bot.page("/page", "traceparent", "00-" + trace + "-b7ad6b7169203331-01", "baggage", "who=alice")
				.body()).isNotEmpty();
			ExportedSpans spans = bot.bean(ExportedSpans.class);
			SpanData request = spans.single("http get /page");
			assertThat(request.getTraceId()).isEqualTo(trace);
			assertThat(names(spans.childrenOf(request))).containsEntry("telegram getMe", 1L);
			assertThat(this.telegram.requests()).isNotEmpty().allMatch(TracingTests::tellsNothing);
		}
	}

	@Test
	void whatFailsTellsWhyOnItsOwnSpan() {
		String refusal = "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}";
		try (OperatedBot bot = traced().run(ExportedSpans.class, Clumsy.class)) {
			this.telegram.script(ScriptedFault.on("sendMessage").status(403).body(refusal).build());
			write(bot, OperatedBot.ID, "a reply that is refused");
			ExportedSpans spans = bot.bean(ExportedSpans.class);
			SpanData handled = spans.single(UPDATE);
			SpanData call = spans.single("telegram sendMessage");
			assertThat(ExportedSpans.tag(handled, "outcome")).isEqualTo("handled");
			assertThat(handled.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
			assertThat(ExportedSpans.tag(call, "outcome")).isEqualTo("refused");
			assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(call.getEvents()).singleElement()
				.satisfies((event) -> assertThat(event.getAttributes().toString()).contains("ForbiddenException",
						"bot was blocked by the user"));
			write(bot, OperatedBot.ID, "fail");
			OperatedBot.await().until(() -> spans.named(UPDATE).size() == 2);
			SpanData failed = spans.named(UPDATE).get(1);
			assertThat(ExportedSpans.tag(failed, "outcome")).isEqualTo("failed");
			assertThat(failed.getEvents().toString()).contains("IllegalStateException", "on purpose");
		}
	}

	@Test
	void spansOfSeveralBotsTellWhoseTheyAre() {
		try (OperatedBot bots = traced().with("telegram.token", "")
			.with("telegram.bots.sales.token", SALES)
			.with("telegram.bots.support.token", SUPPORT)
			.run(ExportedSpans.class, Clumsy.class)) {
			this.telegram.bot(77777).write(42, "Hi");
			this.telegram.bot(88888).write(42, "Hi");
			ExportedSpans spans = bots.bean(ExportedSpans.class);
			OperatedBot.await().until(() -> spans.named(UPDATE).size() == 2);
			assertThat(spans.named(UPDATE)).map((update) -> ExportedSpans.tag(update, "bot"))
				.containsExactlyInAnyOrder("sales", "support");
			for (SpanData update : spans.named(UPDATE)) {
				assertThat(spans.childrenOf(update)).singleElement()
					.satisfies((call) -> assertThat(ExportedSpans.tag(call, "bot"))
						.isEqualTo(ExportedSpans.tag(update, "bot")));
			}
		}
	}

	private OperatedBot.Settings traced() {
		return OperatedBot.reaching(this.telegram).traced();
	}

	private void writeBoth(OperatedBot bot, ExportedSpans spans) {
		bot.awaitState(PollerState.RUNNING);
		this.telegram.bot(OperatedBot.ID).write(TracedListeners.ALICE, "Hi from Alice");
		this.telegram.bot(OperatedBot.ID).write(TracedListeners.BOB, "Hi from Bob");
		OperatedBot.await().until(() -> spans.named(UPDATE).size() == 2);
	}

	private void write(OperatedBot bot, long id, String text) {
		bot.awaitState(PollerState.RUNNING);
		this.telegram.bot(id).write(42, text);
		OperatedBot.await().until(() -> this.telegram.bot(id).pending() == 0);
	}

	/**
	 * The update that this was called for.
	 */
	private static SpanData updateWith(ExportedSpans spans, String call) {
		return spans.named(UPDATE)
			.stream()
			.filter((update) -> names(spans.childrenOf(update)).containsKey(call))
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, Long> names(List<SpanData> spans) {
		return spans.stream().collect(Collectors.groupingBy(SpanData::getName, Collectors.counting()));
	}

	private static List<String> lines(CapturedOutput output, String text) {
		return output.getOut().lines().filter((line) -> line.contains(text)).toList();
	}

	private static boolean tellsNothing(RecordedRequest request) {
		return request.headers()
			.keySet()
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.noneMatch((name) -> Stream.of("trace", "b3", "baggage", "who").anyMatch(name::contains));
	}

	@RestController
	static class Page {

		private final TelegramBotApi api;

		Page(TelegramBotApi api) {
			this.api = api;
		}

		@GetMapping("/page")
		Mono<String> page() {
			return this.api.getMe(GetMe.of()).map((me) -> Objects.toString(me.username()));
		}

	}

	/**
	 * Lets calls pass through a {@code WebClient}.
	 */
	static class Idle implements TelegramWebClientCustomizer {

		@Override
		public void customize(WebClient.Builder builder) {
		}

	}

	static class Clumsy {

		@EventListener
		SendMessage hear(MessageEvent event) {
			if ("fail".equals(event.message().text())) {
				throw new IllegalStateException("on purpose");
			}
			return SendMessage.of(event.message().chat().id(), "Hello");
		}

	}

}
