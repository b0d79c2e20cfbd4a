// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.json;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.RichBlock;
import io.github.telegramnopool.api.model.RichText;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The greatest depth that is read does not overflow half of a usual thread's stack.
 */
class DeepNestingTests {

	private static final int STACK_SIZE = 512 * 1024;

	private static final int DEPTH = BotApiJson.MAX_DEPTH - 1;

	@Test
	void listsInListsAreRead() throws Exception {
		assertThat(read(nested("[", "\"x\"", "]", DEPTH), RichText.class)).isNotNull();
	}

	@Test
	void textsWhoseTagStandsLastAreRead() throws Exception {
		assertThat(read(nested("{\"text\":", "\"x\"", ",\"type\":\"bold\"}", DEPTH), RichText.class)).isNotNull();
	}

	@Test
	void blocksWhoseTagStandsLastAreRead() throws Exception {
		String begin = "{\"summary\":\"x\",\"blocks\":[";
		assertThat(read(nested(begin, "", "],\"type\":\"details\"}", DEPTH / 2), RichBlock.class)).isNotNull();
	}

	@Test
	void messagesInMessagesAreRead() throws Exception {
		for (String property : new String[] { "reply_to_message", "pinned_message" }) {
			String begin = "{\"chat\":{},\"" + property + "\":";
			assertThat(read(nested(begin, "{\"chat\":{}}", "}", DEPTH - 1), Message.class)).isNotNull();
		}
	}

	@Test
	void placeOfAnErrorIsNamedFromTheOutside() throws Exception {
		String json = nested("{\"text\":", "5.5", ",\"type\":\"bold\"}", DEPTH);
		JacksonException failure = onSmallStack(() -> assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> BotApiJson.mapper().readValue(json, RichText.class))
			.actual());
		assertThat(BotApiJson.problem(failure))
			.isEqualTo("there is a number and not an object at " + "/text".repeat(DEPTH));
	}

	private static String nested(String begin, String innermost, String end, int depth) {
		return begin.repeat(depth) + innermost + end.repeat(depth);
	}

	private static <T> T read(String json, Class<T> type) throws Exception {
		return onSmallStack(() -> BotApiJson.mapper().readValue(json, type));
	}

	private static <T> T onSmallStack(Callable<T> reading) throws Exception {
		FutureTask<T> task = new FutureTask<>(reading);
		new Thread(null, task, "small", STACK_SIZE).start();
		return task.get();
	}

}
