package io.github.telegramnopool.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.client.WebClientException;

/**
 * Says in one sentence what happened to a call and, where there is a likely cure, what to
 * do. What the user is told depends on the phase, since the same error means the proxy in
 * one and Telegram in another.
 */
final class FailureTranslator {

	private final TransportSettings settings;

	private final @Nullable ProxyAnswer proxyAnswer;

	FailureTranslator(TransportSettings settings) {
		this.settings = settings;
		this.proxyAnswer = (settings.proxy() != null)
				? new ProxyAnswer(settings.proxy(), settings.baseUrl().getHost(), settings.timeouts().proxy()) : null;
	}

	TransportException translate(Throwable failure, Exchange exchange, Duration deadline) {
		exchange.abort();
		Phase phase = exchange.phase();
		boolean sent = exchange.isSent();
		UnreadableFileException file = find(failure, UnreadableFileException.class);
		if (file != null) {
			return new TransportException(phase, sent, true, exchange.times(), summary(file), file);
		}
		Throwable cause = root(failure);
		String message = (failure instanceof TimeoutException) ? overdue(phase, sent, deadline)
				: describe(phase, sent, cause);
		return new TransportException(phase, sent, isPermanent(failure), exchange.times(), message,
				(failure instanceof TimeoutException) ? null : cause);
	}

	private String overdue(Phase phase, boolean sent, Duration deadline) {
		String after = " within " + seconds(deadline);
		return switch (phase) {
			case WAITING -> "no other call ended" + after + ", see telegram.http.max-concurrent-calls";
			case DNS -> "the name of " + peer() + " was not resolved" + after;
			case TCP -> peer() + " accepted no connection" + after;
			case PROXY -> peer() + " opened no tunnel" + after;
			case TLS -> "no TLS handshake with " + host() + after + behind();
			case REQUEST, RESPONSE -> sent ? "the request was sent but not answered" + after
					: "the request was not sent whole" + after + ", see telegram.http.min-throughput";
		};
	}

	private String describe(Phase phase, boolean sent, Throwable cause) {
		return switch (phase) {
			case WAITING -> "no connection was begun: " + summary(cause);
			case DNS -> (cause instanceof UnknownHostException)
					? "the name of " + peer() + " cannot be resolved, is it right and does this machine have DNS?"
					: "resolving the name of " + peer() + " failed: " + summary(cause);
			case TCP -> tcp(cause);
			case PROXY -> (this.proxyAnswer != null) ? this.proxyAnswer.describe(cause) : summary(cause);
			case TLS -> tls(cause);
			case REQUEST,
					RESPONSE ->
				(cause instanceof DataBufferLimitException) ? "the answer is larger than can be taken"
						: "the connection was lost "
								+ (sent ? "after the request was sent: " : "before the request was sent whole: ")
								+ summary(cause);
		};
	}

	private String tcp(Throwable cause) {
		if (cause instanceof ConnectTimeoutException) {
			return peer() + " accepted no connection within " + seconds(this.settings.timeouts().connect());
		}
		if (cause instanceof ConnectException) {
			return peer() + " refused the connection" + ((this.settings.proxy() != null) ? ", is it running?" : "");
		}
		return "no connection to " + peer() + ": " + summary(cause);
	}

	private String tls(Throwable cause) {
		if (find(cause, CertificateException.class) != null) {
			return "the certificate of " + host() + " is not trusted: " + summary(cause)
					+ ". If something on the way inspects TLS, trust it by telegram.ssl.bundle";
		}
		if (cause instanceof SslHandshakeTimeoutException) {
			return "no TLS handshake with " + host() + " within " + seconds(this.settings.timeouts().tls()) + behind();
		}
		if (find(cause, NotSslRecordException.class) != null) {
			return "what answered in the place of " + host()
					+ " does not speak TLS: something on the way blocks or redirects it"
					+ ((this.settings.proxy() != null) ? ", behind " + peer() : "");
		}
		if (cause instanceof ClosedChannelException) {
			return "the connection was closed during the TLS handshake with " + host() + behind();
		}
		return "the TLS handshake with " + host() + " failed: " + summary(cause) + behind();
	}

	/**
	 * Many proxies say that a tunnel is open before they have reached anything.
	 */
	private String behind() {
		return (this.settings.proxy() != null)
				? ". The tunnel through " + peer() + " stands, but what is behind it seems to be down" : "";
	}

	/**
	 * Whether trying again would not help.
	 */
	static boolean isPermanent(Throwable failure) {
		return find(failure, CertificateException.class) != null
				|| ProxyAnswer.isRefusedCredentials(find(failure, ProxyConnectException.class));
	}

	private String peer() {
		ProxySettings proxy = this.settings.proxy();
		return (proxy != null) ? proxy.description() : host();
	}

	private String host() {
		return this.settings.baseUrl().getHost();
	}

	/**
	 * The cause that tells something: a failure during the tunnel or the handshake
	 * arrives wrapped.
	 */
	private static Throwable root(Throwable failure) {
		Throwable proxied = find(failure, ProxyConnectException.class);
		if (proxied != null) {
			return proxied;
		}
		Throwable root = failure;
		while (root instanceof WebClientException && root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
		Throwable current = failure;
		while (current != null && !type.isInstance(current)) {
			current = (current.getCause() != current) ? current.getCause() : null;
		}
		return type.cast(current);
	}

	static String seconds(Duration duration) {
		return (duration.toMillis() % 1000 == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

	static String summary(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message : cause.getClass().getSimpleName();
	}

}
