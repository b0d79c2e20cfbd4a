// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.pengrad.telegrambot.response.GetUpdatesResponse;
import com.pengrad.telegrambot.utility.BotUtils;
import io.github.telegramnopool.client.ReceivedBatch;
import io.github.telegramnopool.client.ReceivedUpdate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Reads 100 mixed updates, from the bytes of the answer to the objects that a bot gets:
 * each library by its own way. The peers read from a text, since that is what their HTTP
 * clients hand them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 2)
public class ReadingBenchmark {

	static final int UPDATES = 100;

	private final byte[] answer = MixedUpdates.answer(UPDATES);

	private final GetUpdates getUpdates = GetUpdates.builder().build();

	@Benchmark
	public List<ReceivedUpdate> telegramNopool() {
		return ReceivedBatch.read(this.answer);
	}

	@Benchmark
	public List<com.pengrad.telegrambot.model.Update> pengrad() {
		return BotUtils.fromJson(text(), GetUpdatesResponse.class).updates();
	}

	@Benchmark
	public List<org.telegram.telegrambots.meta.api.objects.Update> telegramBots() throws TelegramApiRequestException {
		return this.getUpdates.deserializeResponse(text());
	}

	private String text() {
		return new String(this.answer, StandardCharsets.UTF_8);
	}

}
