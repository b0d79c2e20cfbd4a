// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A secret at the wrong place is told by nothing that Boot reports of a failed start, nor
 * by what it throws.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureReportTests {

	private static final String SECRET = "AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			telegram.proxy=socks5://bot:%s@127.0.0.1:1080               | 'telegram.proxy.url'
			telegram.proxy.port=1080:%s                                 | no whole number
			telegram.proxy.type=socks5://bot:%s@h;telegram.proxy.host=h;telegram.proxy.port=1 | 'telegram.proxy.type'
			telegram.proxy.host=bot:%s@h;telegram.proxy.type=http;telegram.proxy.port=1 | more than a name
			telegram.proxy.use-system=http://bot:%s@127.0.0.1           | neither true nor false
			telegram.proxy.url=socks5://bot:%s@${telegram.proxy.url}:1080 | placeholders
			telegram.token=${BOT_ID}:%s                                 | 'telegram.token'
			telegram.base-url=https://api.telegram.org/bot4242:%s       | it holds a token
			telegram.base-url=https://api.telegram.org/bot<4242:%s>     | it holds a token
			telegram.http=4242:%s                                       | the properties below it
			telegram.base-url=https://api.telegram.org:4242:%s            | 'telegram.base-url'
			telegram.http.connect-timeout=4242:%s                       | no duration
			telegram.http.min-throughput=4242:%s                        | no size
			telegram.polling.enabled=4242:%s                            | none of auto, true, false
			telegram.dispatch.order=4242:%s                             | none of per-chat, sequential
			telegram.bots.sales=4242:%s                                 | 'telegram.bots.sales.token'
			telegram.bots.sales.token=${BOT_ID}:%s                      | 'telegram.bots.sales.token'
			telegram.bots.sales.proxy=socks5://bot:%s@127.0.0.1:1080    | 'telegram.bots.sales.proxy.url'
			telegram.bots.sales.enabled=4242:%s                         | neither true nor false
			telegram.bots[4242:%s].token=x                              | Rename it
			""")
	void holdsNoSecret(String setting, String told, CapturedOutput output) {
		RunningBot.Settings settings = RunningBot.settings().with("logging.level.org.springframework.boot", "trace");
		for (String property : setting.formatted(SECRET).split(";")) {
			int equals = property.indexOf('=');
			settings.with(property.substring(0, equals), property.substring(equals + 1));
		}
		Throwable failure = catchThrowable(() -> settings.run().close());
		assertThat(failure).isNotNull();
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace, true));
		assertThat(trace.toString()).doesNotContain(SECRET);
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "Action:", told)
			.contains("Application failed to start due to an exception")
			.doesNotContain(SECRET);
	}

	@Test
	void whatIsNoneOfOursIsToldAsEver(CapturedOutput output) {
		assertThat(catchThrowable(
				() -> RunningBot.settings().with("spring.jackson.serialization.wrap-root-value", "perhaps").run()))
			.isNotNull();
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "Value: \"perhaps\"");
	}

}
