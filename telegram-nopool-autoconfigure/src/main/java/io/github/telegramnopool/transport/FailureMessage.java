// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says in one sentence what happened to a call and, where there is a likely cure, what to
 * do. What the user is told depends on the phase, since the same error means the proxy in
 * one and Telegram in another.
 */
final class FailureMessage {

	private final TransportSettings settings;

	private final @Nullable ProxySettings proxy;

	private final boolean limited;

	/**
	 * Create the messages for a route.
	 * @param route the route, or {@code null} if none was chosen yet
	 * @param limited whether calls wait for others to end
	 */
	FailureMessage(TransportSettings settings, @Nullable Route route, boolean limited) {
		this.settings = settings;
		this.limited = limited;
		this.proxy = (route != null) ? route.proxy() : null;
	}

	String overdue(Phase phase, boolean sent, Duration deadline) {
		String after = " within " + FailureTranslator.seconds(deadline);
		return switch (phase) {
			case WAITING -> this.limited ? "no other call ended" + after + ", see telegram.http.max-concurrent-calls"
					: "no connection was begun" + after + ", is the machine overloaded?";
			case DNS -> "the name of " + peer() + " was not resolved" + after;
			case TCP -> peer() + " accepted no connection" + after;
			case PROXY -> peer() + " opened no tunnel" + after;
			case TLS -> "no TLS handshake with " + host() + after + behind();
			case REQUEST, RESPONSE -> sent ? "the request was sent but not answered" + after
					: "the request was not sent whole" + after + ", see telegram.http.min-throughput";
		};
	}

	String describe(Phase phase, boolean sent, Throwable cause) {
		return switch (phase) {
			case WAITING -> "no connection was begun: " + FailureTranslator.summary(cause);
			case DNS -> (cause instanceof UnknownHostException)
					? "the name of " + peer() + " cannot be resolved, is it right and does this machine have DNS?"
					: "resolving the name of " + peer() + " failed: " + FailureTranslator.summary(cause);
			case TCP -> tcp(cause);
			case PROXY -> (this.proxy != null) ? proxy(this.proxy, cause) : FailureTranslator.summary(cause);
			case TLS -> tls(cause);
			case REQUEST,
					RESPONSE ->
				(cause instanceof OversizedAnswerException) ? FailureTranslator.summary(cause)
						: "the connection was lost "
								+ (sent ? "after the request was sent: " : "before the request was sent whole: ")
								+ FailureTranslator.summary(cause);
		};
	}

	private String tcp(Throwable cause) {
		if (cause instanceof ConnectTimeoutException) {
			return peer() + " accepted no connection within "
					+ FailureTranslator.seconds(this.settings.timeouts().connect());
		}
		if (cause instanceof ConnectException) {
			return peer() + " refused the connection" + ((this.proxy != null) ? ", is it running?" : "");
		}
		return "no connection to " + peer() + ": " + FailureTranslator.summary(cause);
	}

	private String tls(Throwable cause) {
		if (FailureTranslator.find(cause, CertificateException.class) != null) {
			return "the certificate of " + host() + " is not trusted: " + FailureTranslator.summary(cause)
					+ ". If something on the way inspects TLS, trust it by telegram.ssl.bundle" + clock(cause);
		}
		if (cause instanceof SslHandshakeTimeoutException || cause instanceof LateHandshakeException) {
			return "no TLS handshake with " + host() + " within "
					+ FailureTranslator.seconds(this.settings.timeouts().tls()) + behind();
		}
		if (FailureTranslator.find(cause, NotSslRecordException.class) != null) {
			return "what answered in the place of " + host()
					+ " does not speak TLS: something on the way blocks or redirects it"
					+ ((this.proxy != null) ? ", behind " + peer() : "");
		}
		if (cause instanceof ClosedChannelException) {
			return "the connection was closed during the TLS handshake with " + host() + behind();
		}
		return "the TLS handshake with " + host() + " failed: " + FailureTranslator.summary(cause) + behind();
	}

	private static String clock(Throwable cause) {
		boolean date = FailureTranslator.find(cause, CertificateExpiredException.class) != null
				|| FailureTranslator.find(cause, CertificateNotYetValidException.class) != null;
		return date ? ". If the certificate is a good one, this machine's clock is wrong: it says " + Instant.now()
				: "";
	}

	/**
	 * Many proxies say that a tunnel is open before they have reached anything.
	 */
	private String behind() {
		return (this.proxy != null)
				? ". The tunnel through " + peer() + " stands, but what is behind it seems to be down" : "";
	}

	private String proxy(ProxySettings proxy, Throwable cause) {
		return new ProxyAnswer(proxy, host(), this.settings.timeouts().proxy()).describe(cause);
	}

	private String peer() {
		return (this.proxy != null) ? this.proxy.description() : host();
	}

	private String host() {
		return this.settings.baseUrl().getHost();
	}

}
