// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * An answer of which the head is there.
 */
interface IncomingAnswer {

	int status();

	@Nullable String header(String name);

	/**
	 * The body as it comes, to be subscribed to once.
	 * <p>
	 * Each piece is copied at once: pooled buffers that are kept would be given back by
	 * whoever ends the call, on any thread, while the event loop still adds to them.
	 */
	Flux<byte[]> pieces();

}
