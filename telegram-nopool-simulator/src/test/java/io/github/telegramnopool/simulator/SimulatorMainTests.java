// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The simulator as a program of its own.
 */
class SimulatorMainTests {

	private static final Pattern URL = Pattern.compile("Control: +(http://127\\.0\\.0\\.1:\\d+)/_sim/state");

	@TempDir
	private Path folder;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void end() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void servesUntilItIsTerminated() throws Exception {
		Path certificate = this.folder.resolve("ca.pem");
		Process program = run("--port=0", "--ca=" + certificate);
		String url = await().atMost(30, TimeUnit.SECONDS).until(this::url, (found) -> !found.isEmpty());
		assertThat(output()).contains("https://127.0.0.1:", certificate.toString(), url + "/_sim/state");
		assertThat(certificate).content().startsWith("-----BEGIN CERTIFICATE-----");
		HttpRequest getMe = HttpRequest.newBuilder(URI.create(url + "/bot42:" + BotCalls.SECRET + "/getMe")).build();
		assertThat(HttpClient.newHttpClient().send(getMe, HttpResponse.BodyHandlers.ofString()).body())
			.contains("\"ok\":true");
		program.destroy();
		assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
		// 128 and the number of SIGTERM
		assertThat(program.exitValue()).isEqualTo(143);
	}

	@Test
	void refusesWhatItDoesNotKnow() throws Exception {
		assertThat(status(run("--prot=8081"))).isEqualTo(2);
		assertThat(output()).contains("Unknown option '--prot'").contains("Use --help");
	}

	@Test
	void saysThatThePortIsTaken() throws Exception {
		try (TelegramSimulator other = TelegramSimulator.builder().build().start()) {
			assertThat(status(run("--port=" + other.port()))).isEqualTo(1);
			assertThat(output()).contains("cannot listen on 127.0.0.1:" + other.port());
		}
	}

	@Test
	void helps() throws Exception {
		assertThat(status(run("--help"))).isZero();
		assertThat(output()).isEqualTo(SimulatorArguments.HELP);
	}

	private Process run(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), SimulatorMain.class.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output").toFile())
			.start();
		this.processes.add(process);
		return process;
	}

	private static int status(Process process) throws InterruptedException {
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private String url() {
		Matcher url = URL.matcher(output());
		return url.find() ? url.group(1) : "";
	}

	private String output() {
		try {
			return Files.readString(this.folder.resolve("output"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
