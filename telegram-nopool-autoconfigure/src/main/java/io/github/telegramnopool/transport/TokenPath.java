package io.github.telegramnopool.transport;

/**
 * Knows where the token goes: {@code /sendMessage} becomes
 * {@code /bot<token>/sendMessage}.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class TokenPath {

	private final String base;

	private final String segment;

	TokenPath(TransportSettings settings) {
		String path = settings.baseUrl().getRawPath();
		this.base = (path == null) ? "" : path.replaceAll("/+$", "");
		this.segment = "/bot" + settings.token().value() + (settings.testEnvironment() ? "/test" : "");
	}

	/**
	 * Path of a method without the token, below the base URL.
	 */
	String of(String method) {
		return this.base + "/" + method;
	}

	String withToken(String path) {
		return this.base + this.segment + path.substring(this.base.length());
	}

}
