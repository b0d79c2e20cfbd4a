// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

/**
 * Unwinds a listener that was interrupted since the application stops. Its update is not
 * handled and comes again.
 */
@SuppressWarnings("serial")
final class AbandonedException extends RuntimeException {

	AbandonedException() {
		super("The application stops", null, false, false);
	}

}
