// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks tokens in the order and with the words of {@code ClientManager::send} and
 * {@code Client::start_up}.
 */
final class TokenGate {

	private static final Pattern ID = Pattern.compile("0|-?[1-9][0-9]{0,17}");

	private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{24,}");

	private static final long IDS = 1L << 54;

	private final Set<String> accepted;

	/**
	 * Create a gate.
	 * @param accepted the tokens that work, or none to let in every well-formed one
	 */
	TokenGate(Set<String> accepted) {
		this.accepted = Set.copyOf(accepted);
	}

	/**
	 * Check a token.
	 * @return the id of its bot
	 */
	long check(String token) {
		int colon = token.indexOf(':');
		if (token.startsWith("0") || token.length() > 80 || colon < 0) {
			throw invalid();
		}
		String digits = token.substring(0, colon);
		if (!ID.matcher(digits).matches()) {
			throw new ApiError(421, "Misdirected Request: unallowed token specified");
		}
		long id = Long.parseLong(digits);
		if (id <= 0 || id >= IDS) {
			throw invalid();
		}
		boolean known = this.accepted.isEmpty() || this.accepted.contains(token);
		if (!known || !SECRET.matcher(token.substring(colon + 1)).matches()) {
			throw new ApiError(401, "Unauthorized");
		}
		return id;
	}

	private static ApiError invalid() {
		return new ApiError(401, "Unauthorized: invalid token specified");
	}

}
