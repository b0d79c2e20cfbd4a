package io.github.telegramnopool.integration.proxy;

import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.testcontainers.containers.GenericContainer;

/**
 * A running proxy, to which alone {@value #API_HOST} is known: as the host of this JVM.
 */
final class ProxyContainer extends GenericContainer<ProxyContainer> {

	static final String API_HOST = "api.telegram.test";

	static final String USERNAME = "bot";

	// Has to be encoded in a URL, so that every use of it shows that it is decoded
	static final String PASSWORD = "p@ss:w/rd";

	private final RealProxy proxy;

	ProxyContainer(RealProxy proxy) {
		super(proxy.program().image());
		this.proxy = proxy;
		withExposedPorts(proxy.program().port());
		withExtraHost(API_HOST, "host-gateway");
		// No name server listens there: the proxy knows its hosts file and nothing else
		withCreateContainerCmdModifier((create) -> create.getHostConfig().withDns("127.0.0.1"));
		if (proxy.passwordRequired()) {
			withEnv("PROXY_USERNAME", USERNAME);
			withEnv("PROXY_PASSWORD", PASSWORD);
		}
	}

	/**
	 * Return where a client of this JVM finds the proxy.
	 * @return the address of the proxy
	 */
	InetSocketAddress address() {
		return new InetSocketAddress(getHost(), getMappedPort(this.proxy.program().port()));
	}

	/**
	 * Return what {@code telegram.proxy.url} has to say, with the password if one is
	 * required.
	 * @return the URL of the proxy
	 */
	String url() {
		return this.proxy.passwordRequired() ? url(USERNAME + ":" + encode(PASSWORD) + "@") : urlWithoutPassword();
	}

	/**
	 * Return a URL by which a proxy that requires a password refuses the bot.
	 * @return the URL of the proxy with a wrong password
	 */
	String urlWithWrongPassword() {
		return url(USERNAME + ":wrong@");
	}

	/**
	 * Return a URL by which the bot does not even try to log in.
	 * @return the URL of the proxy alone
	 */
	String urlWithoutPassword() {
		return url("");
	}

	/**
	 * Return where a server of this JVM has to listen for the proxy to reach it as
	 * {@value #API_HOST}: on the bridge that the container is connected to.
	 * @return the IP address of the bridge
	 */
	String hostAddress() {
		return getContainerInfo().getNetworkSettings().getNetworks().get("bridge").getGateway();
	}

	/**
	 * Return the targets of the tunnels that the proxy has recorded, as it was asked for
	 * them. squid records a tunnel only when it ends.
	 * @return each target as {@code host:port}
	 */
	List<String> tunnels() {
		return this.proxy.program().tunnels(accessLog());
	}

	/**
	 * Return all that the proxy has written.
	 * @return the lines of its access log, among others
	 */
	String accessLog() {
		return getLogs();
	}

	private String url(String userInfo) {
		return this.proxy.program().scheme() + "://" + userInfo + address().getHostString() + ":" + address().getPort();
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
