// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UpdateQueueTests {

	private final SimulatorClock clock = new SimulatorClock(Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC),
			() -> {
			});

	private final UpdateQueue queue = queue(100);

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
		UpdateQueue late = queue(900_000_000);
		late.add("message", Json.object(), Long.MAX_VALUE);
		assertThat(late.read(5, 100)).extracting(QueuedUpdate::id).containsExactly(900_000_000);
	}

	@Test
	void limitBoundsTheBatch() {
		add(5);
		assertThat(this.queue.read(0, 2)).extracting(QueuedUpdate::id).containsExactly(100, 101);
	}

	@Test
	@DisplayName("JsonUpdates: an answer holds less than 4 MiB, each update counted with 50 bytes more")
	void batchStopsBeforeFourMebibytes() {
		for (int i = 0; i < 12; i++) {
			addLarge(512 * 1024 - 100);
		}
		assertThat(read(0)).hasSize(8);
	}

	@Test
	@DisplayName("TQueue::push: an update of more than 512 KiB is dropped")
	void tooLargeAnUpdateIsDropped() {
		assertThat(addLarge(UpdateQueue.MAX_UPDATE_SIZE)).isPositive();
		assertThat(addLarge(UpdateQueue.MAX_UPDATE_SIZE + 1)).isZero();
		assertThat(this.queue.size()).isEqualTo(1);
	}

	@Test
	@DisplayName("TQueue::push: what does not fit into 128 MiB is dropped")
	void updatesBeyond128MebibytesAreDropped() {
		for (int i = 0; i < 256; i++) {
			assertThat(addLarge(UpdateQueue.MAX_UPDATE_SIZE)).isPositive();
		}
		assertThat(addLarge(100)).isZero();
		read(101);
		assertThat(addLarge(100)).isPositive();
	}

	@Test
	@DisplayName("TQueue::push: the update behind the 100,000th is dropped")
	void updatesBeyondAHundredThousandAreDropped() {
		add(UpdateQueue.MAX_UPDATES);
		assertThat(this.queue.add("message", Json.object(), Long.MAX_VALUE)).isZero();
		assertThat(this.queue.size()).isEqualTo(UpdateQueue.MAX_UPDATES);
	}

	@Test
	@DisplayName("TQueue::do_get: an update is served until its last second is over")
	void expiredUpdatesAreSkipped() {
		this.queue.add("inline_query", Json.object(), 1030);
		this.queue.add("message", Json.object(), 5000);
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(read(0)).containsExactly(100, 101);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(read(0)).containsExactly(101);
		assertThat(this.queue.confirmed()).isZero();
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
	@DisplayName("JsonUpdate: a line break follows the id, and nothing but ASCII is written")
	void rendersTheLineBreakOfTheOfficialServer() {
		QueuedUpdate update = QueuedUpdate.of(7, "message", Json.object().put("text", "\u00e9"), 0);
		assertThat(new String(update.json(), StandardCharsets.UTF_8))
			.isEqualTo("{\"update_id\":7,\n\"message\":{\"text\":\"\\u00E9\"}}");
	}

	/**
	 * What a poll serves must cost no more than copying it.
	 */
	@Test
	void servesTheBytesThatWereMadeWhenTheUpdateWasQueued() {
		add(1);
		byte[] json = this.queue.read(0, 100).get(0).json();
		assertThat(this.queue.read(0, 100).get(0).json()).isSameAs(json);
	}

	private List<Integer> add(int count) {
		return IntStream.range(0, count)
			.map((index) -> this.queue.add("message", Json.object(), Long.MAX_VALUE))
			.boxed()
			.toList();
	}

	/**
	 * Add an update that counts for so many bytes.
	 */
	private int addLarge(int size) {
		return this.queue.add("message", Json.object().put("t", "x".repeat(size - 18)), Long.MAX_VALUE);
	}

	private List<Integer> read(int offset) {
		return this.queue.read(offset, 100).stream().map(QueuedUpdate::id).toList();
	}

	private UpdateQueue queue(int firstId) {
		return new UpdateQueue(firstId, 42, this.clock, (event) -> {
		});
	}

}
