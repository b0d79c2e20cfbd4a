// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import org.testcontainers.containers.GenericContainer;

/**
 * A running proxy, to which alone {@value #API_HOST} is known: as the host of this JVM.
 */
public final class ProxyContainer extends GenericContainer<ProxyContainer> {

	public static final String API_HOST = "api.telegram.test";

	static final String USERNAME = "bot";

	public static final String WRONG_PASSWORD = "wr0ng-s3cret";

	private static final int KILLED = 128 + 9;

	/**
	 * One on each port that is given to a container, where it is in nobody's way and
	 * tells other JVMs to take another.
	 */
	private static final List<DatagramSocket> claims = new CopyOnWriteArrayList<>();

	private final ProxyProgram program;

	private final boolean passwordRequired;

	private ProxyContainer(ProxyProgram program, boolean passwordRequired) {
		super(ProxyProgram.image());
		this.program = program;
		this.passwordRequired = passwordRequired;
		program.ports().forEach((port) -> addFixedExposedPort(freePort(), port));
		withCommand("sh", "/proxies/%s/start".formatted(program.directory()));
		withExtraHost(API_HOST, "host-gateway");
		// No name server listens there: the proxy knows its hosts file and nothing else
		withCreateContainerCmdModifier((create) -> create.getHostConfig().withDns("127.0.0.1"));
		if (passwordRequired) {
			withEnv("PROXY_USERNAME", USERNAME);
			withEnv("PROXY_PASSWORD", program.password());
		}
	}

	public static ProxyContainer open(ProxyProgram program) {
		return started(new ProxyContainer(program, false));
	}

	public static ProxyContainer withPassword(ProxyProgram program) {
		return started(new ProxyContainer(program, true));
	}

	/**
	 * Open a proxy that reaches everything through another one.
	 */
	public static ProxyContainer inFrontOf(ProxyContainer next, RealProxy protocol, ProxyProgram program) {
		String address = next.hostAddress() + ":" + next.getMappedPort(protocol.port());
		return started(new ProxyContainer(program, false).withEnv("PROXY_NEXT", address));
	}

	private static ProxyContainer started(ProxyContainer container) {
		container.start();
		return container;
	}

	/**
	 * A port that the proxy keeps when it is killed and revived; below those that the
	 * operating system gives to clients.
	 */
	private static int freePort() {
		while (true) {
			int port = RandomGenerator.getDefault().nextInt(20_000, 30_000);
			try (ServerSocket socket = new ServerSocket(port)) {
				claims.add(new DatagramSocket(socket.getLocalPort()));
				return port;
			}
			catch (IOException ex) {
				// Somebody else has it
			}
		}
	}

	boolean runs(ProxyProgram program, boolean passwordRequired) {
		return this.program == program && this.passwordRequired == passwordRequired;
	}

	/**
	 * Return where a client of this JVM finds the proxy.
	 * @return the address of the proxy
	 */
	public InetSocketAddress address(RealProxy proxy) {
		return InetSocketAddress.createUnresolved(getHost(), getMappedPort(proxy.port()));
	}

	/**
	 * Return the address of the container itself, past the ports that the engine
	 * forwards. Not every engine lets this JVM reach it.
	 * @return the IP address on the bridge
	 */
	String address() {
		return getContainerInfo().getNetworkSettings().getNetworks().get("bridge").getIpAddress();
	}

	/**
	 * Return what {@code telegram.proxy.url} has to say, with the password if one is
	 * required.
	 * @return the URL of the proxy
	 */
	public String url(RealProxy proxy) {
		String userInfo = USERNAME + ":" + URLEncoder.encode(this.program.password(), StandardCharsets.UTF_8) + "@";
		return this.passwordRequired ? url(proxy, userInfo) : urlWithoutPassword(proxy);
	}

	/**
	 * Return a URL by which a proxy that requires a password refuses the bot.
	 * @return the URL of the proxy with a wrong password
	 */
	public String urlWithWrongPassword(RealProxy proxy) {
		return url(proxy, USERNAME + ":" + WRONG_PASSWORD + "@");
	}

	/**
	 * Return a URL by which the bot does not even try to log in.
	 * @return the URL of the proxy alone
	 */
	public String urlWithoutPassword(RealProxy proxy) {
		return url(proxy, "");
	}

	private String url(RealProxy proxy, String userInfo) {
		return proxy.scheme() + "://" + userInfo + address(proxy).getHostString() + ":" + address(proxy).getPort();
	}

	/**
	 * Return where a server of this JVM has to listen for the proxy to reach it as
	 * {@value #API_HOST}: on the bridge that the container is connected to.
	 * @return the IP address of the bridge
	 */
	public String hostAddress() {
		return getContainerInfo().getNetworkSettings().getNetworks().get("bridge").getGateway();
	}

	/**
	 * Let nothing of the proxy run: the operating system still accepts connections for
	 * it.
	 */
	public void pause() {
		getDockerClient().pauseContainerCmd(getContainerId()).exec();
	}

	public void unpause() {
		getDockerClient().unpauseContainerCmd(getContainerId()).exec();
	}

	/**
	 * End the proxy in good order, if it does so within a second, and start it again.
	 */
	public void restart() {
		getDockerClient().restartContainerCmd(getContainerId()).withTimeout(1).exec();
	}

	/**
	 * Change the password that is required, while the proxy runs.
	 */
	public void setPassword(String password) {
		execute("PROXY_PASSWORD='%s' sh /proxies/%s/password".formatted(password, this.program.directory()));
	}

	/**
	 * Run a command line beside the proxy. It may end with the container, if it ends
	 * that.
	 */
	public void execute(String command) {
		try {
			ExecResult result = execInContainer("sh", "-c", command);
			if (result.getExitCode() != 0 && result.getExitCode() != KILLED) {
				throw new IllegalStateException("%s: %s".formatted(command, result));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * End the proxy as a power failure does: its tunnels break, its port is closed.
	 */
	public void kill() {
		getDockerClient().killContainerCmd(getContainerId()).exec();
	}

	/**
	 * Start the proxy again after {@link #kill()}, on the same port.
	 */
	public void revive() {
		getDockerClient().startContainerCmd(getContainerId()).exec();
	}

	/**
	 * Return the targets of the tunnels that the proxy has recorded.
	 * @return each target as {@code host:port}
	 * @see ProxyProgram.Log
	 */
	public List<String> tunnels() {
		return this.program.tunnels(accessLog());
	}

	/**
	 * Return all that the proxy has written.
	 * @return the lines of its access log, among others
	 */
	public String accessLog() {
		return getLogs();
	}

}
