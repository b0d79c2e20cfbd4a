// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AddressBook}.
 */
class AddressBookTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private static final String V6 = "100::1";

	private static final String OTHER_V6 = "100::2";

	private static final String V4 = "127.0.0.1";

	private static final String OTHER_V4 = "127.0.0.2";

	private final InetSocketAddress host = InetSocketAddress.createUnresolved("name.test", 443);

	private final AtomicInteger asked = new AtomicInteger();

	private InetAddress @Nullable [] known = addresses(V6, OTHER_V6, V4, OTHER_V4);

	private final AddressBook book = new AddressBook((name) -> {
		this.asked.incrementAndGet();
		InetAddress[] known = this.known;
		if (known == null) {
			throw new UnknownHostException(name);
		}
		return known;
	}, Schedulers.boundedElastic());

	@Test
	void triesIpv4First() {
		assertThat(found()).containsExactly(V4, OTHER_V4, V6, OTHER_V6);
	}

	@Test
	void triesTheFamilyThatWorkedFirst() {
		this.book.worked("name.test", address(V6));
		assertThat(found()).containsExactly(V6, OTHER_V6, V4, OTHER_V4);
		this.book.worked("another.test", address(V4));
		assertThat(found()).startsWith(V6);
		this.book.worked("name.test", address(OTHER_V4));
		assertThat(found()).startsWith(V4);
	}

	@Test
	void triesWhatHasFailedLast() {
		this.book.failed(address(V4));
		this.book.failed(address(V6));
		assertThat(found()).containsExactly(OTHER_V4, OTHER_V6, V4, V6);
		this.book.failed(address(V4));
		assertThat(found()).containsExactly(OTHER_V4, OTHER_V6, V6, V4);
		this.book.worked("name.test", address(V4));
		assertThat(found()).containsExactly(V4, OTHER_V4, OTHER_V6, V6);
	}

	@Test
	void forgetsTheOldestOfManyFailures() {
		this.book.failed(address(V4));
		for (int i = 0; i < 256; i++) {
			this.book.failed(address("10.0.0." + i));
		}
		assertThat(found()).startsWith(V4);
	}

	@Test
	void asksForEachConnectionAnew() {
		this.known = null;
		StepVerifier.create(this.book.find(this.host)).expectError(UnknownHostException.class).verify(LONG);
		this.known = addresses(OTHER_V4);
		assertThat(found()).containsExactly(OTHER_V4);
		this.known = addresses(V4);
		assertThat(found()).containsExactly(V4);
		assertThat(this.asked).hasValue(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1" })
	void needsNobodyForAnAddress(String literal) {
		StepVerifier.create(this.book.find(InetSocketAddress.createUnresolved(literal, 443)))
			.assertNext((found) -> assertThat(found).singleElement()
				.satisfies((address) -> assertThat(address.getAddress()).isEqualTo(address(literal).getAddress())))
			.expectComplete()
			.verify(LONG);
		assertThat(this.asked).hasValue(0);
	}

	private List<String> found() {
		List<InetSocketAddress> found = this.book.find(this.host).block(LONG);
		assertThat(found).isNotNull();
		return found.stream().map((address) -> {
			assertThat(address.getPort()).isEqualTo(443);
			return NetUtil.toAddressString(address.getAddress());
		}).toList();
	}

	private static InetSocketAddress address(String literal) {
		return new InetSocketAddress(addresses(literal)[0], 443);
	}

	private static InetAddress[] addresses(String... literals) {
		return Arrays.stream(literals).map((literal) -> {
			try {
				return InetAddress.getByName(literal);
			}
			catch (UnknownHostException ex) {
				throw new IllegalStateException(ex);
			}
		}).toArray(InetAddress[]::new);
	}

}
