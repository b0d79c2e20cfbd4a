// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.method.GetUpdates;
import io.github.telegramnopool.client.error.ConflictException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.transport.BotTransport;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpdateSource}.
 */
@Timeout(60)
class UpdateSourceTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String READABLE = "{\"update_id\":%d,\"message\":{\"message_id\":1,\"date\":1,"
			+ "\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"hi\"}}";

	private final LoopbackServer server = LoopbackServer.answering(Answer.ok("[]"));

	private final BotTransport transport = TransportFixtures.transport(this.server.url());

	private final UpdateSource source = new BotClients("default", BotApiJson.mapper()).updates(() -> this.transport,
			false);

	@AfterEach
	void close() {
		this.transport.close();
		this.server.close();
	}

	@Test
	void readsUpdates() {
		List<ReceivedUpdate> updates = updates("[" + READABLE.formatted(7) + "," + READABLE.formatted(9) + "]");
		assertThat(updates).extracting(ReceivedUpdate::id).containsExactly(7L, 9L);
		assertThat(updates).allSatisfy((update) -> {
			assertThat(update.problem()).isNull();
			assertThat(update.update()).isNotNull().satisfies((it) -> assertThat(it.message()).isNotNull());
		});
		assertThat(updates).extracting(ReceivedUpdate::json)
			.containsExactly(READABLE.formatted(7), READABLE.formatted(9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"result\":[%s],\"ok\":true}", "{\"ok\":true,\"result\":[%s],\"description\":\"x\"}",
			" { \"ok\" : true , \"result\" : [ %s ] } ", "{\"ok\":true,\"result\":[%s]}" })
	void readsUpdatesOfAnswersInAnyForm(String answer) {
		String update = READABLE.formatted(7).replace("hi", "\u00fc \ud83d\ude00");
		this.server.answers((request) -> Mono.just(new Answer(200, Map.of(), answer.formatted(update))));
		List<ReceivedUpdate> updates = this.source.getUpdates(GetUpdates.of(), LONG).block(LONG);
		assertThat(updates).singleElement().satisfies((it) -> {
			assertThat(it.update().message().text()).isEqualTo("\u00fc \ud83d\ude00");
			assertThat(it.json()).isEqualTo(update);
		});
	}

	@Test
	void noUpdatesAreAnAnswer() {
		assertThat(updates("[]")).isEmpty();
	}

	@Test
	void anUpdateThatCannotBeReadTouchesNoOther() {
		List<ReceivedUpdate> updates = updates(
				"[" + READABLE.formatted(7) + ",{\"update_id\":8,\"message\":[1]}," + READABLE.formatted(9) + "]");
		assertThat(updates).extracting(ReceivedUpdate::id).containsExactly(7L, 8L, 9L);
		ReceivedUpdate unreadable = updates.get(1);
		assertThat(unreadable.update()).isNull();
		assertThat(unreadable.problem()).isNotEmpty();
		assertThat(unreadable.json()).isEqualTo("{\"update_id\":8,\"message\":[1]}");
	}

	@ParameterizedTest
	@MethodSource
	void whateverIsInOneUpdateTouchesNoOther(String content) {
		String element = "{\"update_id\":8,\"message\":" + content + "}";
		List<ReceivedUpdate> updates = updates(
				"[" + READABLE.formatted(7) + "," + element + "," + READABLE.formatted(9) + "]");
		assertThat(updates).extracting(ReceivedUpdate::id).containsExactly(7L, 8L, 9L);
		assertThat(updates.get(1).update()).isNull();
		assertThat(updates.get(1).json()).isEqualTo(element);
	}

	static List<String> whateverIsInOneUpdateTouchesNoOther() {
		return List.of("\"text\"", "[1,2]", "5", "{}", "[".repeat(500) + "]".repeat(500),
				"{\"chat\":".repeat(500) + "1" + "}".repeat(500), "{\"text\":\"\\x\"}", "{\"text\":\"\\\"]}\"}",
				"{\"text\":nonsense}", "{\"text\" \"x\"}");
	}

	@Test
	void strangeTextsAreRead() {
		String text = "\\ud83d\\ude00 \ud83d\ude00 \\ud800 \\\" ]} \\\\";
		List<ReceivedUpdate> updates = updates("[" + READABLE.formatted(7).replace("hi", text) + "]");
		assertThat(updates.get(0).update().message().text()).isEqualTo("\ud83d\ude00 \ud83d\ude00 \ud800 \" ]} \\");
	}

	@Test
	void ofTwoPropertiesOfANameTheLastCounts() {
		List<ReceivedUpdate> updates = updates(
				"[{\"update_id\":3,\"update_id\":8}, {\"update_id\":4,\"update_id\":9,\"message\":1}]");
		assertThat(updates).extracting(ReceivedUpdate::id).containsExactly(8L, 9L);
	}

	@Test
	void aKindThatIsNewCanBeRead() {
		List<ReceivedUpdate> updates = updates("[{\"update_id\":8,\"brand_new\":{\"x\":1}}]");
		assertThat(updates.get(0).update()).isNotNull();
		assertThat(updates.get(0).json()).isEqualTo("{\"update_id\":8,\"brand_new\":{\"x\":1}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "[]", "\"x\"", "{\"update_id\":\"x\"}", "{\"message\":{}}" })
	void anElementWithoutIdTouchesNoOther(String element) {
		List<ReceivedUpdate> updates = updates(
				"[" + READABLE.formatted(7) + "," + element + "," + READABLE.formatted(9) + "]");
		assertThat(updates).extracting(ReceivedUpdate::id).containsExactly(7L, 9L);
	}

	@Test
	void nothingButElementsWithoutIdIsAFailure() {
		this.server.answers((request) -> Mono.just(Answer.ok("[{}]")));
		StepVerifier.create(this.source.getUpdates(GetUpdates.of(), LONG))
			.expectError(OutcomeUnknownException.class)
			.verify(LONG);
	}

	@Test
	void whatUsersWriteIsNotInTheProblem() {
		ReceivedUpdate update = updates(
				"[{\"update_id\":8,\"message\":{\"message_id\":\"the-text-of-a-user\",\"text\":\"x\"}}]")
			.get(0);
		assertThat(update.problem()).contains("message_id").doesNotContain("the-text-of-a-user");
	}

	@Test
	void anIdBeyondTheSchemaIsStillAnId() {
		assertThat(updates("[{\"update_id\":5000000000}]")).extracting(ReceivedUpdate::id)
			.containsExactly(5_000_000_000L);
	}

	@Test
	void aResultThatIsNoListIsAFailure() {
		this.server.answers((request) -> Mono.just(Answer.ok("{}")));
		StepVerifier.create(this.source.getUpdates(GetUpdates.of(), LONG))
			.expectError(OutcomeUnknownException.class)
			.verify(LONG);
	}

	@Test
	void callsOnceOnly() {
		this.server.answers((request) -> Mono.just(new Answer(502, Map.of(), "")));
		StepVerifier.create(this.source.getUpdates(GetUpdates.of(), LONG))
			.expectError(OutcomeUnknownException.class)
			.verify(LONG);
		StepVerifier.create(this.source.call(GetMe.of(), LONG)).expectError(OutcomeUnknownException.class).verify(LONG);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void tellsOfAConflict() {
		this.server.answers((request) -> Mono.just(Answer.refusal(409, "Conflict", null)));
		StepVerifier.create(this.source.getUpdates(GetUpdates.of(), LONG))
			.expectError(ConflictException.class)
			.verify(LONG);
	}

	@Test
	void obeysTheDeadlineOfTheCall() {
		// The first call takes longer
		updates("[]");
		this.server.answers((request) -> Mono.never());
		StepVerifier.create(this.source.getUpdates(GetUpdates.of(), Duration.ofMillis(300)))
			.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("not answered within 300 ms"))
			.verify(LONG);
	}

	private List<ReceivedUpdate> updates(String result) {
		this.server.answers((request) -> Mono.just(Answer.ok(result)));
		List<ReceivedUpdate> updates = this.source.getUpdates(GetUpdates.of(), LONG).block(LONG);
		return (updates != null) ? updates : List.of();
	}

}
