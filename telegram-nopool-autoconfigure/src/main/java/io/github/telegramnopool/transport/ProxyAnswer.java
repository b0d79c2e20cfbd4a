// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import io.netty.handler.proxy.ProxyConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a proxy answered when it opened no tunnel, and what to do. Netty reports the
 * answer's code only as part of a text, in a form of its own that is matched here and
 * nowhere else.
 */
final class ProxyAnswer {

	/**
	 * Such as {@code http, basic, /127.0.0.1:3128 => api.telegram.org:443, status: 407
	 * Proxy Authentication Required}.
	 */
	private static final Pattern ANSWER = Pattern
		.compile("(?<kind>status|authStatus|unexpected authMethod): (?<answer>.+)$");

	private static final String UNREACHABLE = ". It can't reach that host, or its rules forbid it: its log tells more";

	private final ProxySettings proxy;

	private final String target;

	private final Duration timeout;

	ProxyAnswer(ProxySettings proxy, String target, Duration timeout) {
		this.proxy = proxy;
		this.target = target;
		this.timeout = timeout;
	}

	String describe(Throwable cause) {
		String text = FailureTranslator.summary(cause);
		if (cause instanceof SSLException || cause instanceof DecoderException) {
			return name() + " answered in another protocol than " + this.proxy.type().name()
					+ ": is telegram.proxy.type right?";
		}
		if (!(cause instanceof ProxyConnectException) || text.endsWith("disconnected")) {
			return name() + " closed the connection instead of opening a tunnel to " + this.target
					+ ". It can't reach that host, its rules forbid it, or it speaks another protocol: see its log and "
					+ "telegram.proxy.type";
		}
		Matcher answer = ANSWER.matcher(text);
		if (!answer.find()) {
			return name() + " opened no tunnel within " + FailureTranslator.seconds(this.timeout)
					+ ". It is stuck, it refused without saying so, or it speaks another protocol: is "
					+ "telegram.proxy.type right?";
		}
		return isAboutCredentials(answer) ? credentials(answer.group("answer"), cause)
				: refusal(answer.group("answer"));
	}

	private String refusal(String answer) {
		if (answer.startsWith("999")) {
			return name() + " does not speak HTTP: is telegram.proxy.type right?";
		}
		String refusal = name() + " opened no tunnel to " + this.target + ": it answered " + answer + UNREACHABLE;
		return (this.proxy.type() == ProxyType.SOCKS4)
				? refusal + ". Or it knows no SOCKS4a, by which names are resolved: try socks5" : refusal;
	}

	private String credentials(String answer, Throwable cause) {
		boolean login = this.proxy.username() != null;
		if (login && answer.startsWith("UNACCEPTED")) {
			return name() + " accepts no login by user and password: leave out telegram.proxy.username and "
					+ "telegram.proxy.password, or change its configuration";
		}
		String what = login ? " refused the credentials (" : " asks for credentials (";
		return name() + what + answer + "): see telegram.proxy.username and telegram.proxy.password" + schemes(cause);
	}

	/**
	 * Netty knows Basic alone.
	 */
	private static String schemes(Throwable cause) {
		HttpHeaders headers = (cause instanceof HttpProxyConnectException refusal) ? refusal.headers() : null;
		List<String> schemes = (headers != null) ? headers.getAll(HttpHeaderNames.PROXY_AUTHENTICATE)
			.stream()
			.map((challenge) -> challenge.strip().split("\\s", 2)[0])
			.toList() : List.of();
		boolean basic = schemes.isEmpty()
				|| schemes.stream().anyMatch((scheme) -> scheme.toLowerCase(Locale.ROOT).equals("basic"));
		return basic ? "" : ". It wants " + String.join(" or ", schemes) + ", but only Basic is supported";
	}

	private String name() {
		return this.proxy.description();
	}

	/**
	 * Whether a proxy did not let the user in. Some answer 401 in place of 407.
	 */
	static boolean isRefusedCredentials(@Nullable Throwable cause) {
		if (cause == null) {
			return false;
		}
		Matcher answer = ANSWER.matcher(FailureTranslator.summary(cause));
		return answer.find() && isAboutCredentials(answer);
	}

	/**
	 * Whether a proxy has used up its time.
	 */
	static boolean isTimeout(Throwable failure) {
		ProxyConnectException unopened = FailureTranslator.find(failure, ProxyConnectException.class);
		return unopened != null && FailureTranslator.summary(unopened).endsWith("timeout");
	}

	private static boolean isAboutCredentials(Matcher answer) {
		String code = answer.group("answer");
		return !answer.group("kind").equals("status") || code.startsWith("407") || code.startsWith("401");
	}

}
