// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.peer;

import java.io.PrintStream;
import java.util.stream.LongStream;

/**
 * What a process says when it has done what it was told: lines of a name and numbers, and
 * at last {@code end}.
 */
final class Answer {

	private final StringBuilder lines = new StringBuilder();

	Answer with(String name, long... values) {
		this.lines.append(name);
		LongStream.of(values).forEach((value) -> this.lines.append(' ').append(value));
		this.lines.append('\n');
		return this;
	}

	static Answer failed(Throwable failure) {
		Answer answer = new Answer();
		answer.lines.append("failed ").append(failure.toString().replaceAll("\\s+", " ")).append('\n');
		return answer;
	}

	void print(PrintStream out) {
		out.print(this.lines);
		out.println("end");
		out.flush();
	}

}
