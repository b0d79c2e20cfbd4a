// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * Properties under {@code telegram.http}: connections and calls.
 *
 * @since 0.1.0
 */
public final class HttpProperties {

	/**
	 * Time for a TCP connection. If a duration suffix is not specified, seconds will be
	 * used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration connectTimeout = Duration.ofSeconds(5);

	/**
	 * Time for the proxy to open a tunnel. If a duration suffix is not specified, seconds
	 * will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration proxyTimeout = Duration.ofSeconds(10);

	/**
	 * Time for the TLS handshake. If a duration suffix is not specified, seconds will be
	 * used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration tlsTimeout = Duration.ofSeconds(10);

	/**
	 * Hard deadline of a call, with the answer's body and repeated tries. If a duration
	 * suffix is not specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration callTimeout = Duration.ofSeconds(60);

	/**
	 * Amount of data per second that a transfer of files has to reach: they add to the
	 * deadline what they take at that speed. If a size suffix is not specified, bytes
	 * will be used.
	 */
	private DataSize minThroughput = DataSize.ofKilobytes(50);

	/**
	 * Number of calls at a time, not counting the poller. Further ones wait within their
	 * deadline. Use 0 for no limit.
	 */
	private int maxConcurrentCalls = 64;

	/**
	 * Time after which another connection is begun if none is ready to carry the request.
	 * The first to be ready carries it. Use 0 to begin none. If a duration suffix is not
	 * specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration hedgeAfter = Duration.ofMillis(250);

	/**
	 * Whether connections are begun while listeners run, so that replies and the next
	 * polls need not wait for them. Each is used once, and none is kept for more than 2
	 * seconds.
	 */
	private boolean connectAhead;

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getProxyTimeout() {
		return this.proxyTimeout;
	}

	public void setProxyTimeout(Duration proxyTimeout) {
		this.proxyTimeout = proxyTimeout;
	}

	public Duration getTlsTimeout() {
		return this.tlsTimeout;
	}

	public void setTlsTimeout(Duration tlsTimeout) {
		this.tlsTimeout = tlsTimeout;
	}

	public Duration getCallTimeout() {
		return this.callTimeout;
	}

	public void setCallTimeout(Duration callTimeout) {
		this.callTimeout = callTimeout;
	}

	public DataSize getMinThroughput() {
		return this.minThroughput;
	}

	public void setMinThroughput(DataSize minThroughput) {
		this.minThroughput = minThroughput;
	}

	public int getMaxConcurrentCalls() {
		return this.maxConcurrentCalls;
	}

	public void setMaxConcurrentCalls(int maxConcurrentCalls) {
		this.maxConcurrentCalls = maxConcurrentCalls;
	}

	public Duration getHedgeAfter() {
		return this.hedgeAfter;
	}

	public void setHedgeAfter(Duration hedgeAfter) {
		this.hedgeAfter = hedgeAfter;
	}

	public boolean isConnectAhead() {
		return this.connectAhead;
	}

	public void setConnectAhead(boolean connectAhead) {
		this.connectAhead = connectAhead;
	}

}
