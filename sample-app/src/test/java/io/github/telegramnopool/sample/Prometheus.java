// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's Prometheus, which asks one application for its meters every second.
 */
final class Prometheus implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

	private final HttpClient http = HttpClient.newHttpClient();

	private final Process process;

	private final String url;

	private Prometheus(Process process, String url) {
		this.process = process;
		this.url = url;
	}

	static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Start it.
	 * @param port the application's port on this machine
	 * @param folder for its files
	 */
	static Prometheus scraping(String port, Path folder) throws IOException {
		Path configuration = Files.writeString(folder.resolve("prometheus.yml"), """
				global:
				  scrape_interval: 1s
				scrape_configs:
				- job_name: bots
				  metrics_path: /actuator/prometheus
				  static_configs:
				  - targets: ['127.0.0.1:%s']
				""".formatted(port));
		String address = "127.0.0.1:" + freePort();
		Process process = new ProcessBuilder(PROGRAM.toString(), "--config.file=" + configuration,
				"--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=" + address)
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		return new Prometheus(process, "http://" + address + "/api/v1/query?query=");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * What it answers to a query: samples, none as long as it is not up.
	 */
	JsonNode query(String query) {
		URI uri = URI.create(this.url + URLEncoder.encode(query, StandardCharsets.UTF_8));
		try {
			HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(uri).build(),
					HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() == 503) {
				// It listens before it is ready
				return JsonMapper.shared().createArrayNode();
			}
			return JsonMapper.shared().readTree(answer.body()).at("/data/result");
		}
		catch (IOException ex) {
			if (!this.process.isAlive()) {
				throw new UncheckedIOException("Prometheus has ended with " + this.process.exitValue(), ex);
			}
			return JsonMapper.shared().createArrayNode();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
