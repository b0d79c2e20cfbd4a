// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.client;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.telegramnopool.api.method.GetMe;
import io.github.telegramnopool.api.model.User;
import io.github.telegramnopool.client.error.ForbiddenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link WaitingTelegramBotApi}.
 */
class WaitingTelegramBotApiTests {

	private final TelegramBotApi reactive = mock();

	private final WaitingTelegramBotApi api = new WaitingTelegramBotApi(this.reactive);

	@Test
	void waitsForTheResult() {
		User me = User.of(1, true, "Test");
		given(this.reactive.execute(any(GetMe.class))).willReturn(Mono.delay(Duration.ofMillis(50)).thenReturn(me));
		assertThat(this.api.execute(GetMe.of())).isSameAs(me);
	}

	@Test
	void offersEveryMethod() {
		User me = User.of(1, true, "Test");
		given(this.reactive.execute(any(GetMe.class))).willReturn(Mono.just(me));
		assertThat(this.api.getMe()).isSameAs(me);
	}

	@Test
	void throwsWhatWentWrong() {
		ForbiddenException failure = new ForbiddenException("getMe", "blocked", null);
		given(this.reactive.execute(any(GetMe.class))).willReturn(Mono.error(failure));
		assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> this.api.execute(GetMe.of()))
			.isSameAs(failure);
	}

	@Test
	void refusesAThreadThatMustNotBlock() {
		Mono<User> onLoop = Mono.fromCallable(() -> this.api.execute(GetMe.of())).subscribeOn(Schedulers.parallel());
		assertThatIllegalStateException().isThrownBy(() -> onLoop.block(Duration.ofSeconds(5)))
			.withMessageContaining("BlockingTelegramBotApi")
			.withMessageContaining("getMe")
			.withMessageContaining("Use TelegramBotApi");
		then(this.reactive).should(never()).execute(any());
	}

}
