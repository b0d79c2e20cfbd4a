// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

/**
 * Plants into a good history each of the faults that the checker is there to find.
 */
class CheckerTests {

	private static final String GOOD = """
			launched 42 1 0 victim
			opened 0 0 1 .
			requested 0 0 1 .
			poll_began 42 0 1 .
			pushed 42 0 100 7
			pushed 42 0 101 7
			pushed 42 0 102 8
			served 42 0 100 102
			poll_ended 42 0 1 .
			closed 0 0 1 .
			begun 42 1 100 7
			called 42 1 100 1.1
			opened 0 0 2 .
			requested 0 0 2 .
			begun 42 1 102 8
			executed 42 0 2 1.1
			handled 42 1 102 .
			closed 0 0 2 .
			ended 42 1 100 1.1 SUCCESS
			handled 42 1 100 .
			begun 42 1 101 7
			gone 42 1 0 killed
			launched 42 2 0 victim
			opened 0 0 3 .
			requested 0 0 3 .
			poll_began 42 0 3 .
			served 42 0 100 102
			poll_ended 42 0 3 .
			closed 0 0 3 .
			begun 42 2 100 7
			handled 42 2 100 .
			begun 42 2 102 8
			handled 42 2 102 .
			begun 42 2 101 7
			replied 42 2 101 2.1
			handled 42 2 101 .
			opened 0 0 4 .
			requested 0 0 4 .
			ended 42 2 101 2.1 UNKNOWN
			closed 0 0 4 .
			opened 0 0 5 .
			requested 0 0 5 .
			poll_began 42 0 5 .
			confirmed 42 0 100 .
			confirmed 42 0 101 .
			confirmed 42 0 102 .
			poll_ended 42 0 5 .
			closed 0 0 5 .
			gone 42 2 0 terminated
			left 0 0 0 5
			""";

	private final List<String> history = new ArrayList<>(GOOD.lines().toList());

	@Test
	void findsNothingInAGoodHistory() {
		assertThat(verdict()).isEmpty();
	}

	@Test
	void findsALostUpdate() {
		insertBefore("left", "pushed 42 0 103 7");
		assertThat(verdict()).containsExactly("NothingLost: update 103 was pushed and never handled");
	}

	@Test
	void findsALostUpdateThatWasConfirmed() {
		remove("begun 42 2 102 8");
		remove("handled 42 2 102 .");
		remove("begun 42 1 102 8");
		remove("handled 42 1 102 .");
		assertThat(verdict()).containsExactly("NothingLost: update 102 was pushed and never handled",
				"ConfirmedOnceHandled: update 102 was confirmed before it was handled");
	}

	@Test
	void findsADuplicate() {
		insertBefore("gone 42 2", "begun 42 2 100 7", "handled 42 2 100 .");
		assertThat(verdict())
			.containsExactly("ReplaysAfterCrashesOnly: update 100 was begun although it was confirmed");
	}

	@Test
	void findsADuplicateThatIsNotConfirmedYet() {
		insertBefore("begun 42 2 101", "begun 42 2 102 8", "handled 42 2 102 .");
		assertThat(verdict()).containsExactly("ReplaysAfterCrashesOnly: update 102 was begun twice in life 2");
	}

	@Test
	void findsMoreReplaysThanABatch() {
		// Besides the three that are there
		for (int update = 1001; update <= 1098; update++) {
			insertBefore("poll_ended 42 0 1 .", "pushed 42 0 %d %d".formatted(update, update));
			insertBefore("gone 42 1", handling(1, update));
			insertBefore("gone 42 2", handling(2, update));
		}
		assertThat(verdict())
			.containsExactly("ReplaysAfterCrashesOnly: life 2 began update 1098 again, its replay number 101");
	}

	@Test
	void findsAReordering() {
		insertBefore("begun 42 1 100 7", "begun 42 1 101 7", "handled 42 1 101 .");
		remove("begun 42 1 101 7", 2);
		assertThat(verdict()).containsExactly("OrderPerChat: update 101 was begun before 100 of the same chat");
	}

	@Test
	void findsTwoOfAChatTogether() {
		insertBefore("ended 42 1 100", "begun 42 1 101 7");
		remove("begun 42 1 101 7", 2);
		assertThat(verdict())
			.containsExactly("OrderPerChat: update 101 was begun before 100 of the same chat had ended");
	}

	@Test
	void findsASecondPoll() {
		insertBefore("poll_ended 42 0 3", "poll_began 42 0 4 .");
		assertThat(verdict()).containsExactly("OnePoll: polls were in flight on the connections [3, 4] together",
				"OnePoll: polls were in flight on the connections [4, 5] together");
	}

	@Test
	void findsAConfirmationBeforeHandling() {
		insertBefore("handled 42 2 101", "confirmed 42 0 101 .");
		remove("confirmed 42 0 101 .", 2);
		// The other two as well, since an offset confirms all before it
		assertThat(verdict()).containsExactly("ConfirmedOnceHandled: update 101 was confirmed before it was handled",
				"ConfirmedOnceHandled: update 101 was confirmed before its call 2.1 had ended");
	}

	@Test
	void findsAConfirmationWhileAReplyIsUnderWay() {
		insertBefore("ended 42 2 101", "confirmed 42 0 101 .");
		remove("confirmed 42 0 101 .", 2);
		assertThat(verdict())
			.containsExactly("ConfirmedOnceHandled: update 101 was confirmed before its call 2.1 had ended");
	}

	@Test
	void findsARepeatedExecution() {
		insertBefore("handled 42 1 100", "executed 42 0 2 1.1");
		assertThat(verdict()).containsExactly("NothingRepeated: call 1.1 was executed again");
	}

	@Test
	void findsAnExecutionThatTheBotTookForNone() {
		replace("ended 42 1 100 1.1 SUCCESS", "ended 42 1 100 1.1 NOT_SENT");
		assertThat(verdict()).containsExactly("OutcomesTrue: call 1.1 was executed and the bot was told NOT_SENT");
	}

	@Test
	void findsASuccessThatWasNone() {
		remove("executed 42 0 2 1.1");
		assertThat(verdict()).containsExactly("OutcomesTrue: call 1.1 succeeded and was not executed");
	}

	@Test
	void findsASocketLeak() {
		remove("closed 0 0 4 .");
		replace("left 0 0 0 5", "left 0 0 3 5");
		assertThat(verdict()).containsExactly("SocketsClosed: 3 connections to the proxy are open, of all 5",
				"SocketsClosed: the connections [4] to the server are open");
	}

	@Test
	void findsAConnectionThatIsUsedAgain() {
		insertBefore("closed 0 0 4", "requested 0 0 4 .");
		assertThat(verdict()).containsExactly("OneRequestPerConnection: connection 4 carried another request");
	}

	@Test
	void findsABotThatEndsByItself() {
		replace("gone 42 1 0 killed", "gone 42 1 0 unasked: it ended with exit code 3");
		assertThat(verdict())
			.containsExactly("NeverEndsByItself: life 1 of bot 42 is gone, unasked: it ended with exit code 3");
	}

	@Test
	void findsARunThatWasCutShort() {
		remove("left 0 0 0 5");
		assertThat(verdict()).containsExactly("SocketsClosed: the run was not over");
	}

	@Test
	void findsMemoryThatGrows() {
		assertThat(memory(20_000, 20_500, 20_400)).isEmpty();
		assertThat(memory(20_000, 30_000, 30_000)).isEmpty();
		assertThat(memory(20_000, 20_500, 25_000))
			.containsExactly("MemoryFlat: 20500 KiB of heap in the second third, 25000 in the last");
	}

	@Test
	void findsASecretInAnyForm(@TempDir Path directory) throws IOException {
		List<String> secrets = List.of("42:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcX", "h0rse-b4ttery");
		SecretsNowhere property = new SecretsNowhere(secrets);
		Files.writeString(directory.resolve("clean.out"), "bot 42 sends call 1.1\n");
		then(property.check(directory)).isEmpty();
		Files.writeString(directory.resolve("path.out"), "one\nPOST /bot42%3AAAFD39kkdpWt3ywyRZergyOLMaJhac60qcX/x\n");
		Files.writeString(directory.resolve("header.out"), "Basic " + base64("bot:h0rse-b4ttery"));
		Files.writeString(directory.resolve("whole.out"), base64(secrets.get(0)) + "\n");
		then(property.check(directory)).containsExactlyInAnyOrder("SecretsNowhere: path.out holds a secret in line 2",
				"SecretsNowhere: header.out holds a secret in line 1",
				"SecretsNowhere: whole.out holds a secret in line 1");
	}

	@Test
	void readsTheRecordsOfSeveralProcessesInTheOrderOfTime(@TempDir Path directory) throws IOException {
		Path one = Files.write(directory.resolve("one"), List.of("10 pushed 42 0 100 7", "40 confirmed 42 0 100 "));
		Path other = Files.write(directory.resolve("other"), List.of("20 begun 42 1 100 7", "30 handled 42 1 100 "));
		List<Event> events = new ArrayList<>();
		History.read(List.of(one, other), events::add);
		assertThat(events).extracting(Event::time).containsExactly(10L, 20L, 30L, 40L);
	}

	@Test
	void sameSeedMeansTheSameFaults() {
		assertThat(PathFaults.draw(7)).isEqualTo(PathFaults.draw(7)).isNotEqualTo(PathFaults.draw(8));
		assertThat(steps(7)).isEqualTo(steps(7)).isNotEqualTo(steps(8));
	}

	private static List<Step> steps(long seed) {
		Iterator<Step> steps = Step.draw(seed, Duration.ofSeconds(10));
		return IntStream.range(0, 100).mapToObj((i) -> steps.next()).toList();
	}

	private static String[] handling(int run, int update) {
		return new String[] { "begun 42 %d %d %d".formatted(run, update, update),
				"handled 42 %d %d .".formatted(run, update) };
	}

	private static List<String> memory(long... heaps) {
		MemoryFlat property = new MemoryFlat();
		for (long heap : heaps) {
			Sample sample = new Sample(heap, 5000, 200_000, 120, 40);
			for (int i = 0; i < 5; i++) {
				property.see(Event.now(Event.Kind.SAMPLED, HistoryRun.SURVIVOR, 1, 0, sample.detail()));
			}
		}
		property.end();
		return property.violations();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private List<String> verdict() {
		Checker checker = new Checker();
		for (int i = 0; i < this.history.size(); i++) {
			checker.accept(Event.parse((i + 1) + " " + this.history.get(i)));
		}
		return checker.verdict();
	}

	private void insertBefore(String start, String... lines) {
		this.history.addAll(index(start, 1), List.of(lines));
	}

	private void replace(String line, String other) {
		this.history.set(index(line, 1), other);
	}

	private void remove(String line) {
		remove(line, 1);
	}

	private void remove(String line, int occurrence) {
		this.history.remove(index(line, occurrence));
	}

	private int index(String start, int occurrence) {
		int[] matches = IntStream.range(0, this.history.size())
			.filter((i) -> this.history.get(i).startsWith(start))
			.toArray();
		return matches[occurrence - 1];
	}

}
