// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufMono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/**
 * Sends updates to one webhook, over connections that stay open for 60 idle seconds.
 */
final class WebhookClient {

	private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

	private final ConnectionProvider connections;

	private final HttpClient http;

	private final WebhookUrl url;

	private final Scheduler scheduler;

	/**
	 * Create a client.
	 * @param address where the webhook is, whatever its name says
	 * @param closed told of each connection that has ended
	 */
	WebhookClient(WebhookUrl url, WebhookSetting setting, InetAddress address, LoopResources loops, Runnable closed) {
		this.url = url;
		this.scheduler = Schedulers.fromExecutor(loops.onClient(true));
		this.connections = ConnectionProvider.builder("telegram-simulator-webhook")
			.maxConnections(setting.maxConnections())
			.maxIdleTime(IDLE_TIMEOUT)
			.build();
		InetSocketAddress target = new InetSocketAddress(named(address, url.host()), url.port());
		HttpClient plain = HttpClient.create(this.connections)
			.runOn(loops)
			.remoteAddress(() -> target)
			.disableRetry(true)
			.doOnChannelInit((observer, channel, remote) -> channel.closeFuture()
				.addListener((ChannelFutureListener) (end) -> closed.run()))
			.headers((headers) -> writeHeaders(headers, setting));
		this.http = url.https() ? plain.secure((spec) -> spec.sslContext(tls(setting))) : plain;
	}

	/**
	 * Send an update. The answer may come on any thread.
	 * @return gives it up, and ends its connection
	 */
	Disposable send(byte[] update, Consumer<WebhookAnswer> answer) {
		return this.http.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_LENGTH, update.length))
			.post()
			.uri(this.url.target())
			.send((request, outbound) -> {
				// Reactor Netty's own, which it adds behind all others
				request.requestHeaders().remove(HttpHeaderNames.USER_AGENT).remove(HttpHeaderNames.ACCEPT);
				return outbound.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(update)));
			})
			.responseSingle(WebhookClient::read)
			.onErrorResume((failure) -> Mono.just(WebhookAnswer.none(failure)))
			// By then the connection is free for the next update
			.publishOn(this.scheduler)
			.subscribe(answer);
	}

	void close() {
		this.connections.dispose();
	}

	/**
	 * Check an uploaded certificate.
	 * @return the words for what is wrong with it, or {@code null} if nothing is
	 */
	static @Nullable String problem(WebhookSetting setting) {
		try {
			certificate(setting);
			return null;
		}
		catch (CertificateException ex) {
			return "Failed to set custom certificate file";
		}
	}

	private static Mono<WebhookAnswer> read(HttpClientResponse response, ByteBufMono body) {
		int status = response.status().code();
		String error = "Wrong response from the webhook: " + response.status();
		HttpHeaders headers = response.responseHeaders();
		String retryAfter = headers.get(HttpHeaderNames.RETRY_AFTER, "");
		return body.asByteArray()
			.defaultIfEmpty(new byte[0])
			.map((bytes) -> new WebhookAnswer(status,
					retryAfter.matches("[0-9]{1,9}") ? Integer.parseInt(retryAfter) : 0,
					headers.get(HttpHeaderNames.CONTENT_TYPE, ""),
					decode(bytes, headers.get(HttpHeaderNames.CONTENT_ENCODING, "")),
					(status >= 200 && status <= 299) ? null : error));
	}

	/**
	 * Undo the encoding of a body; what cannot be undone is no call to execute.
	 */
	private static byte[] decode(byte[] body, String encoding) {
		ByteArrayOutputStream decoded = new ByteArrayOutputStream();
		try {
			ContentDecoder decoder = new ContentDecoder(encoding);
			try {
				decoder.decode(Unpooled.wrappedBuffer(body),
						(piece) -> decoded.writeBytes(ByteBufUtil.getBytes(piece)));
			}
			finally {
				decoder.release();
			}
			return decoded.toByteArray();
		}
		catch (ProtocolError ex) {
			return new byte[0];
		}
	}

	/**
	 * The headers of {@code WebhookActor::send_update}, and no others.
	 */
	private void writeHeaders(HttpHeaders headers, WebhookSetting setting) {
		headers.clear();
		headers.set(HttpHeaderNames.HOST, this.url.authority());
		if (!this.url.userInfo().isEmpty()) {
			headers.set(HttpHeaderNames.AUTHORIZATION, "Basic "
					+ Base64.getEncoder().encodeToString(this.url.userInfo().getBytes(StandardCharsets.UTF_8)));
		}
		if (!setting.secretToken().isEmpty()) {
			headers.set("X-Telegram-Bot-Api-Secret-Token", setting.secretToken());
		}
		headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
		headers.set(HttpHeaderNames.CONNECTION, "keep-alive");
		headers.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip, deflate");
	}

	/**
	 * The address under the name that the webhook's certificate has to bear.
	 */
	private static InetAddress named(InetAddress address, String name) {
		try {
			return InetAddress.getByAddress(name, address.getAddress());
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GenericSslContextSpec<SslContextBuilder> tls(WebhookSetting setting) {
		try {
			X509Certificate certificate = certificate(setting);
			return Http11SslContextSpec.forClient().configure((builder) -> trust(builder, certificate));
		}
		catch (CertificateException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Trust the uploaded certificate and no other, or else what the machine trusts.
	 */
	private static void trust(SslContextBuilder builder, @Nullable X509Certificate certificate) {
		builder.sslProvider(SslProvider.JDK);
		if (certificate != null) {
			builder.trustManager(certificate);
		}
	}

	private static @Nullable X509Certificate certificate(WebhookSetting setting) throws CertificateException {
		byte[] pem = setting.certificate();
		return (pem != null) ? (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(pem)) : null;
	}

}
