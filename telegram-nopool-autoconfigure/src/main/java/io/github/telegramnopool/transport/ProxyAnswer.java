package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.proxy.ProxyConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a proxy answered when it opened no tunnel. Netty reports the answer's code
 * only as part of a text, in a form of its own that is matched here and nowhere else.
 */
final class ProxyAnswer {

	/**
	 * Such as {@code http, basic, /127.0.0.1:3128 => api.telegram.org:443, status: 407
	 * Proxy Authentication Required}.
	 */
	private static final Pattern ANSWER = Pattern
		.compile("(?<kind>status|authStatus|unexpected authMethod): (?<answer>.+)$");

	String describe(String proxy, Throwable cause, Duration timeout) {
		if (!(cause instanceof ProxyConnectException)) {
			return proxy + " closed the connection before it opened a tunnel: " + FailureTranslator.summary(cause);
		}
		String answer = answer(cause);
		if (answer == null) {
			return proxy + " opened no tunnel within " + FailureTranslator.seconds(timeout)
					+ ". It is stuck, it refused without saying so, or it speaks another protocol (telegram.proxy.type)";
		}
		if (isRefusedCredentials(cause)) {
			return proxy + " refused the credentials (" + answer
					+ "), see telegram.proxy.username and telegram.proxy.password";
		}
		return proxy + " opened no tunnel: it answered " + answer;
	}

	boolean isRefusedCredentials(@Nullable Throwable cause) {
		if (cause == null) {
			return false;
		}
		Matcher matcher = ANSWER.matcher(FailureTranslator.summary(cause));
		return matcher.find() && (!matcher.group("kind").equals("status") || matcher.group("answer").startsWith("407"));
	}

	private static @Nullable String answer(Throwable cause) {
		Matcher matcher = ANSWER.matcher(FailureTranslator.summary(cause));
		return matcher.find() ? matcher.group("answer") : null;
	}

}
