// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import io.github.telegramnopool.client.ReceivedUpdate;
import io.github.telegramnopool.dispatch.UpdateObservation.Outcome;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the handling of an update that is observed.
 *
 * @since 0.1.0
 */
public class UpdateContext extends Observation.Context {

	private final String bot;

	private final ReceivedUpdate update;

	private volatile @Nullable Outcome outcome;

	/**
	 * Create a context.
	 * @param bot the bot's name in the configuration
	 * @param update the update
	 */
	public UpdateContext(String bot, ReceivedUpdate update) {
		this.bot = bot;
		this.update = update;
	}

	/**
	 * Bot.
	 * @return the bot's name in the configuration
	 */
	public String bot() {
		return this.bot;
	}

	/**
	 * Update.
	 * @return the update, with all that users have written
	 */
	public ReceivedUpdate update() {
		return this.update;
	}

	/**
	 * How the handling has ended.
	 * @return the outcome, or {@code null} as long as it has not
	 */
	public @Nullable Outcome outcome() {
		return this.outcome;
	}

	void ends(Outcome outcome) {
		this.outcome = outcome;
	}

}
