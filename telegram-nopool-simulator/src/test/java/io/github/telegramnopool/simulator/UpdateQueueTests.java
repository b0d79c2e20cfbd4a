package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UpdateQueueTests {

	private final UpdateQueue queue = new UpdateQueue(100, 42, (event) -> {
	});

	@Test
	void numbersUpdatesUpwards() {
		assertThat(add(3)).containsExactly(100, 101, 102);
	}

	@Test
	void servesFromTheHeadWithoutAnOffsetAndConfirmsNothing() {
		add(3);
		assertThat(read(0)).containsExactly(100, 101, 102);
		assertThat(read(0)).containsExactly(100, 101, 102);
		assertThat(this.queue.confirmed()).isZero();
		assertThat(this.queue.served()).isEqualTo(102);
	}

	@Test
	void offsetForgetsWhatIsBeforeIt() {
		add(3);
		assertThat(read(102)).containsExactly(102);
		assertThat(this.queue.size()).isEqualTo(1);
		assertThat(this.queue.confirmed()).isEqualTo(101);
	}

	@Test
	void negativeOffsetKeepsOnlyTheLast() {
		add(5);
		assertThat(read(-2)).containsExactly(103, 104);
		assertThat(this.queue.size()).isEqualTo(2);
	}

	@Test
	void offsetUpToTenBehindTheTailConfirmsEverything() {
		add(2);
		assertThat(read(112)).isEmpty();
		assertThat(this.queue.size()).isZero();
	}

	@Test
	void offsetFarBehindTheTailServesFromTheHeadAndConfirmsNothing() {
		add(2);
		assertThat(read(113)).containsExactly(100, 101);
		assertThat(this.queue.confirmed()).isZero();
	}

	@Test
	void offsetFarBeforeTheHeadServesFromTheHead() {
		UpdateQueue late = new UpdateQueue(900_000_000, 42, (event) -> {
		});
		late.add("message", "{}", Long.MAX_VALUE);
		assertThat(late.read(5, 100, 0)).extracting(QueuedUpdate::id).containsExactly(900_000_000);
	}

	@Test
	void limitBoundsTheBatch() {
		add(5);
		assertThat(this.queue.read(0, 2, 0)).extracting(QueuedUpdate::id).containsExactly(100, 101);
	}

	@Test
	void batchStopsBehindFourMebibytes() {
		String large = "\"" + "x".repeat(512 * 1024 - 100) + "\"";
		for (int i = 0; i < 12; i++) {
			this.queue.add("message", large, Long.MAX_VALUE);
		}
		assertThat(read(0)).hasSize(9);
	}

	@Test
	void tooLargeAnUpdateIsDropped() {
		assertThat(this.queue.add("message", "x".repeat(UpdateQueue.MAX_UPDATE_SIZE + 1), Long.MAX_VALUE)).isZero();
		assertThat(this.queue.size()).isZero();
	}

	@Test
	void expiredUpdatesAreSkipped() {
		this.queue.add("inline_query", "{}", 1000);
		this.queue.add("message", "{}", 5000);
		assertThat(this.queue.read(0, 100, 1000)).extracting(QueuedUpdate::id).containsExactly(101);
	}

	@Test
	void idsCanRestartOnlyWhileNothingWaits() {
		add(1);
		assertThatIllegalStateException().isThrownBy(() -> this.queue.restartAt(5)).withMessageContaining("1 do");
		read(101);
		this.queue.restartAt(5);
		assertThat(add(1)).containsExactly(5);
		assertThat(read(101)).containsExactly(5);
	}

	@Test
	void rendersTheLineBreakOfTheOfficialServer() {
		assertThat(new QueuedUpdate(7, "message", "{}", 0).render()).isEqualTo("{\"update_id\":7,\n\"message\":{}}");
	}

	private List<Integer> add(int count) {
		return IntStream.range(0, count)
			.map((index) -> this.queue.add("message", "{}", Long.MAX_VALUE))
			.boxed()
			.toList();
	}

	private List<Integer> read(int offset) {
		return this.queue.read(offset, 100, 0).stream().map(QueuedUpdate::id).toList();
	}

}
