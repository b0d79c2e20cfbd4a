// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.price;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.telegramnopool.autoconfigure.HttpProperties;
import io.github.telegramnopool.benchmarks.peer.TelegramBotsPeer;
import io.github.telegramnopool.benchmarks.stage.NotHere;
import io.github.telegramnopool.benchmarks.stage.Program;
import io.github.telegramnopool.benchmarks.stage.TrustStore;

/**
 * A library with its settings: what is compared.
 */
enum Contender {

	FRESH("telegram-nopool", NopoolPeer.class),

	FRESH_JDK("telegram-nopool, TLS of the JDK", NopoolPeer.class, "-Dio.netty.handler.ssl.noOpenSsl=true"),

	AHEAD("telegram-nopool, connecting ahead", NopoolPeer.class, "telegram.http.connect-ahead=true"),

	THOUSAND("telegram-nopool, 1,000 calls at a time", NopoolPeer.class, "telegram.http.max-concurrent-calls=1000"),

	WEB_CLIENT("WebClient, pooled", WebClientPeer.class),

	WEB_CLIENT_TUNED("WebClient, pooled, our timeouts", WebClientPeer.class, "tuned"),

	PENGRAD("pengrad's library", PengradPeer.class),

	PENGRAD_TUNED("pengrad's library, our timeouts", PengradPeer.class, "tuned"),

	TELEGRAM_BOTS("TelegramBots", TelegramBotsPeer.class),

	TELEGRAM_BOTS_TUNED("TelegramBots, our timeouts", TelegramBotsPeer.class, "tuned"),

	FLOOR_RESUMED("C/OpenSSL, fresh, resumed", "resumed"),

	FLOOR_FULL("C/OpenSSL, fresh, full handshake", "full"),

	FLOOR_KEPT("C/OpenSSL, kept open", "kept");

	/**
	 * How the names of ours begin.
	 */
	static final String OURS = "telegram-nopool";

	static final List<Contender> FLOOR = List.of(FLOOR_RESUMED, FLOOR_FULL, FLOOR_KEPT);

	static final List<Contender> PEERS_AS_THEY_COME = List.of(WEB_CLIENT, PENGRAD, TELEGRAM_BOTS);

	static final List<Contender> PEERS = List.of(WEB_CLIENT, WEB_CLIENT_TUNED, PENGRAD, PENGRAD_TUNED, TELEGRAM_BOTS,
			TELEGRAM_BOTS_TUNED);

	private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");

	private final String title;

	private final Class<?> main;

	private final String setting;

	Contender(String title, Class<?> main, String setting) {
		this.title = title;
		this.main = main;
		this.setting = setting;
	}

	Contender(String title, Class<?> main) {
		this(title, main, "");
	}

	Contender(String title, String mode) {
		this(title, Program.class, mode);
	}

	String title() {
		return this.title;
	}

	boolean isOurs() {
		return this.main == NopoolPeer.class;
	}

	private boolean isFloor() {
		return this.main == Program.class;
	}

	/**
	 * How its process is started.
	 * @param folder for files that it needs
	 * @param trusted what it trusts
	 * @param given settings that are given to ours
	 * @throws NotHere if there is no such thing on this machine, or in this build
	 */
	List<String> command(Path folder, TrustStore trusted, List<String> given) throws IOException, NotHere {
		if (isFloor()) {
			return List.of(Program.compile("floor", folder, "-lssl", "-lcrypto").toString(), this.setting,
					trusted.writePem(folder.resolve("authority.pem")).toString());
		}
		requireBuilt();
		List<String> command = new ArrayList<>(java(folder, trusted));
		if (this.setting.startsWith("-D")) {
			command.add(this.setting);
		}
		command
			.addAll(List.of("-cp", (this.main == TelegramBotsPeer.class) ? ClassPath.telegramBots() : ClassPath.ours(),
					this.main.getName()));
		if (!this.setting.isEmpty() && !this.setting.startsWith("-D")) {
			command.add(this.setting);
		}
		if (isOurs()) {
			command.addAll(given);
		}
		return command;
	}

	/**
	 * The same JVM with the same options for all.
	 */
	static List<String> java(Path folder, TrustStore trusted) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JVM);
		command.addAll(TrustStore.options(trusted.write(folder.resolve("trusted.p12"))));
		if (Runtime.version().feature() >= 24) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		return command;
	}

	private void requireBuilt() throws NotHere {
		boolean known = Arrays.stream(HttpProperties.class.getMethods())
			.anyMatch((method) -> method.getName().equals("setConnectAhead"));
		if (this == AHEAD && !known) {
			throw new NotHere("this build has no telegram.http.connect-ahead");
		}
	}

}
