// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.File;
import io.github.telegramnopool.autoconfigure.TelegramProperties;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.integration.EchoBot;
import io.github.telegramnopool.integration.OperatorLog;
import io.github.telegramnopool.integration.RunningBot;
import io.github.telegramnopool.integration.TelegramBehindProxy;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.fault.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * F56: the token is part of the path, and paths get into logs. What every logger writes
 * at TRACE is searched by {@code SecretPromiseTests}, here what each kind of failure says
 * of itself.
 */
class F56TokenInLogsTests {

	private static final String SECRET = RunningBot.TOKEN.substring(RunningBot.TOKEN.indexOf(':') + 1);

	@Test
	void noFailureTellsTheTokenInItsMessageOrTrace() {
		List<TelegramException> failures = new ArrayList<>();
		try (TelegramBehindProxy telegram = new TelegramBehindProxy();
				RunningBot bot = telegram.settings("http")
					.with("telegram.http.call-timeout", "1500ms")
					.with("telegram.flood.max-wait", "0")
					.with("telegram.http.max-concurrent-calls", 1)
					.run(EchoBot.class);
				OperatorLog log = OperatorLog.open()) {
			BlockingTelegramBotApi api = bot.blockingApi();
			for (ScriptedFault fault : faults("sendMessage")) {
				telegram.simulator().script(fault);
				failures.add(failure(() -> api.sendMessage(SendMessage.of(failures.size() + 1, "Hi"))));
			}
			for (ScriptedFault fault : faults("sendDocument")) {
				telegram.simulator().script(fault);
				failures.add(failure(
						() -> api.sendDocument(SendDocument.of(failures.size() + 1, InputFile.of(new byte[10], "a")))));
			}
			File file = File.builder().fileId("x").fileUniqueId("x").filePath("no/such file").build();
			failures.add(failure(() -> api.download(file, Path.of("x"))));
			for (Fault fault : List.of(Fault.ignore(), Fault.refuse(), Fault.failTunnel(), Fault.resetAfter(0))) {
				telegram.proxy().faults().all(fault);
				failures.add(failure(() -> api.sendMessage(SendMessage.of(failures.size() + 1, "Hi"))));
			}
			telegram.proxy().resetLive();
			await().until(() -> bot.status().consecutiveFailures() >= 2);
			assertThat(List.of(String.valueOf(bot.status()), bot.poller().toString(), bot.api().toString(),
					String.valueOf(bot.bean(TelegramProperties.class))))
				.noneMatch(F56TokenInLogsTests::tells);
			assertThat(log.lines()).isNotEmpty().noneMatch(F56TokenInLogsTests::tells);
		}
		assertThat(failures).hasSizeGreaterThan(20)
			.extracting(Object::getClass)
			.map(Class::getSimpleName)
			.contains("TooManyRequestsException", "ChatMigratedException", "ForbiddenException",
					"UnauthorizedException", "BadRequestException", "ConflictException", "OutcomeUnknownException",
					"RequestNotSentException", "TelegramApiException");
		assertThat(failures)
			.allSatisfy((failure) -> assertThat(tells(trace(failure))).as(failure.getClass().getName()).isFalse());
	}

	private static List<ScriptedFault> faults(String method) {
		String refusal = "{\"ok\":false,\"error_code\":%d,\"description\":\"No\"}";
		Stream<ScriptedFault> refusals = Stream.of(400, 401, 403, 409)
			.map((code) -> ScriptedFault.on(method).status(code).body(refusal.formatted(code)).build());
		String migrated = "{\"ok\":false,\"error_code\":400,\"description\":\"No\",\"parameters\":{\"migrate_to_chat_id\":-1}}";
		return Stream
			.concat(refusals, Stream.of(ScriptedFault.on(method).status(400).body(migrated).build(),
					ScriptedFault.on(method).retryAfter(1).build(),
					ScriptedFault.on(method).status(413).body("").build(), ScriptedFault.on(method).status(502).build(),
					ScriptedFault.on(method).body("{\"ok\":").build(), ScriptedFault.on(method).closeAtByte(20).build(),
					ScriptedFault.on(method).resetAtByte(0).build(), ScriptedFault.on(method).never().build()))
			.toList();
	}

	private static TelegramException failure(Runnable call) {
		return catchThrowableOfType(TelegramException.class, call::run);
	}

	private static String trace(TelegramException failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace, true));
		return failure + "\n" + trace;
	}

	private static boolean tells(String text) {
		return text.contains(SECRET);
	}

}
