// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.actuator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import io.github.telegramnopool.api.event.MessageEvent;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.client.error.TelegramException;
import io.github.telegramnopool.management.ManagedBot;
import io.github.telegramnopool.polling.PollerState;
import io.github.telegramnopool.polling.UpdatePoller;
import io.github.telegramnopool.simulator.ScriptedFault;
import io.github.telegramnopool.simulator.ScriptedFaultBuilder;
import io.github.telegramnopool.simulator.TelegramSimulator;
import io.github.telegramnopool.simulator.fault.Fault;
import io.github.telegramnopool.simulator.fault.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Three bots, each behind a proxy with a password, in an application that exposes all it
 * can: no secret is in any page of the actuator, in JMX, traces, meters, names of
 * threads, events, exceptions or the text of a bean.
 */
class FullExposureTests {

	private static final String HOST = "api.telegram.test";

	private static final String SALES = "77777:AAFD39kkdpWt3ywyRZergyOLMaJhac60sls";

	private static final String SUPPORT = "88888:AAFD39kkdpWt3ywyRZergyOLMaJhac60spt";

	private static final String PASSWORD = "h0rse/b4ttery st4ple";

	private static final String SALES_PASSWORD = "s4les:p@ss%w0rd+1";

	private static final String WRONG_PASSWORD = "n0t-the-right-0ne?";

	private static final Secrets SECRETS = new Secrets().token(OperatedBot.TOKEN)
		.token(SALES)
		.token(SUPPORT)
		.password("bot", PASSWORD)
		.password("seller", SALES_PASSWORD)
		.password("seller", WRONG_PASSWORD);

	private final TelegramSimulator telegram = TelegramSimulator.builder().build().start();

	private final FaultProxy proxy = proxy("bot", PASSWORD);

	private final FaultProxy salesProxy = proxy("seller", SALES_PASSWORD);

	private FaultProxy proxy(String username, String password) {
		FaultProxy proxy = FaultProxy.builder().credentials(username, password).build().start();
		proxy.route(HOST, new InetSocketAddress(this.telegram.host(), this.telegram.port()));
		return proxy;
	}

	@AfterEach
	void stop() {
		this.proxy.close();
		this.salesProxy.close();
		this.telegram.close();
	}

	@Test
	void noSecretIsTold(@TempDir Path directory) {
		try (OperatedBot bots = run(directory)) {
			Map<String, String> told = new TreeMap<>();
			told.put("exceptions", goThroughTroubles(bots));
			told.putAll(bots.pages());
			for (String bot : List.of("default", "sales", "support")) {
				told.put("/telegram/" + bot, bots.get("/telegram/" + bot).body());
				told.put("probe " + bot, bots.post("/telegram/" + bot, "{\"operation\":\"probe\"}").body());
			}
			told.putAll(ManagedBeans.read());
			told.put("threads",
					Thread.getAllStackTraces()
						.keySet()
						.stream()
						.map(Thread::getName)
						.collect(Collectors.joining("\n")));
			told.put("system properties", System.getProperties().toString());
			told.put("spans", bots.bean(ExportedSpans.class).all().toString());
			told.put("events", String.join("\n", bots.bean(Ear.class).events));
			told.put("beans", texts(bots));
			told.forEach((place, text) -> assertThat(SECRETS.in(text)).as(place).isEmpty());
			assertThat(told).as("what was looked at")
				.containsKeys("/beans", "/conditions", "/configprops", "/env", "/health", "/httpexchanges", "/info",
						"/logfile", "/loggers", "/mappings", "/metrics", "/prometheus", "/scheduledtasks", "/startup",
						"/telegram", "/threaddump", "org.springframework.boot:type=Endpoint,name=Env environment");
			assertThat(told.get("/threaddump")).contains("telegram-poller");
			assertThat(told.get("/logfile")).contains("TRACE", "salesTelegramBotApi", "407");
			assertThat(told.get("/startup")).contains("salesTelegramBot");
			assertThat(told.get("/httpexchanges")).contains("/actuator/beans");
			assertThat(told.get("spans")).contains("telegram sendMessage", "RequestNotSentException", "support");
			assertThat(told.get("events")).contains("MessageEvent", "PollingFailing");
			assertThat(told.get("exceptions")).contains("407", "502");
		}
	}

	@Test
	void eachFormOfASecretWouldBeFound() {
		String basic = Base64.getEncoder()
			.encodeToString(("seller:" + SALES_PASSWORD).getBytes(StandardCharsets.UTF_8));
		assertThat(SECRETS.find(OperatedBot.TOKEN, "x" + SALES.substring(6), encoded(SALES_PASSWORD), encoded(PASSWORD),
				"Proxy-Authorization: Basic " + basic))
			.isTrue();
		assertThat(SECRETS.find("socks5 proxy 127.0.0.1:1080")).isFalse();
	}

	private OperatedBot run(Path directory) {
		return OperatedBot.reaching(this.telegram)
			.traced()
			.with("telegram.base-url", "http://" + HOST)
			.with("telegram.token", "${my.vault.telegram}")
			.with("my.vault.telegram", OperatedBot.TOKEN)
			.with("my.vault.sales", SALES_PASSWORD)
			.with("telegram.proxy.url", "socks5://bot:" + encoded(PASSWORD) + "@127.0.0.1:${my.proxy.port}")
			.with("my.proxy.port", this.proxy.port())
			.with("telegram.bots.sales.token", SALES)
			.with("telegram.bots.sales.proxy.type", "http")
			.with("telegram.bots.sales.proxy.host", "127.0.0.1")
			.with("telegram.bots.sales.proxy.port", this.salesProxy.port())
			.with("telegram.bots.sales.proxy.username", "seller")
			.with("telegram.bots.sales.proxy.password", "${my.vault.sales}")
			.with("telegram.bots.support.token", SUPPORT)
			.with("telegram.bots.support.proxy.url",
					"http://seller:" + encoded(WRONG_PASSWORD) + "@127.0.0.1:" + this.salesProxy.port())
			.with("telegram.http.call-timeout", "1s")
			.with("telegram.http.proxy-timeout", "500ms")
			.with("spring.jmx.enabled", "true")
			.with("management.endpoints.jmx.exposure.include", "*")
			.with("management.info.env.enabled", "true")
			.with("management.info.java.enabled", "true")
			.with("management.info.process.enabled", "true")
			.with("logging.file.name", directory.resolve("bots.log").toString())
			.with("logging.level.io.github.telegramnopool", "trace")
			.with("logging.level.org.springframework.beans", "debug")
			.run(ExportedSpans.class, Ear.class);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * Have calls fail in each phase.
	 * @return what was thrown
	 */
	private String goThroughTroubles(OperatedBot bots) {
		Map<String, UpdatePoller> pollers = bots.beans(UpdatePoller.class);
		OperatedBot.await()
			.until(() -> pollers.get("salesTelegramUpdatePoller").status().state() == PollerState.RUNNING
					&& pollers.get("supportTelegramUpdatePoller").status().state() == PollerState.FAILING);
		this.telegram.bot(77777).write(42, "Hi");
		OperatedBot.await().until(() -> this.telegram.bot(77777).pending() == 0);
		StringWriter thrown = new StringWriter();
		String refusal = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
		for (ScriptedFaultBuilder fault : List.of(ScriptedFault.on("sendMessage").status(401).body(refusal),
				ScriptedFault.on("sendMessage").status(502).body("<html>"),
				ScriptedFault.on("sendMessage").closeAtByte(20))) {
			this.telegram.script(fault.always().build());
			fail(bots, thrown);
			this.telegram.clearScript();
		}
		for (Fault fault : List.of(Fault.failTunnel(), Fault.ignore(), Fault.resetAfter(0))) {
			this.proxy.faults().all(fault);
			this.salesProxy.faults().all(fault);
			fail(bots, thrown);
		}
		return thrown.toString();
	}

	private static void fail(OperatedBot bots, StringWriter thrown) {
		bots.beans(BlockingTelegramBotApi.class).forEach((name, api) -> {
			TelegramException failure = catchThrowableOfType(TelegramException.class,
					() -> api.sendMessage(SendMessage.of(4711, "Hello")));
			assertThat(failure).as(name).isNotNull();
			failure.printStackTrace(new PrintWriter(thrown, true));
		});
	}

	private static String texts(OperatedBot bots) {
		StringWriter texts = new StringWriter();
		for (Class<?> type : List.of(ManagedBot.class, BlockingTelegramBotApi.class, UpdatePoller.class,
				TelegramDoctor.class)) {
			texts.append(bots.beans(type).toString());
		}
		bots.beans(ManagedBot.class)
			.values()
			.forEach((bot) -> texts.append(bot.settings().toString()).append(bot.route()));
		bots.beans(UpdatePoller.class).values().forEach((poller) -> texts.append(poller.status().toString()));
		return texts.toString();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Ear {

		private final Queue<String> events = new ConcurrentLinkedQueue<>();

		@Bean
		InMemoryHttpExchangeRepository exchanges() {
			return new InMemoryHttpExchangeRepository();
		}

		@Scheduled(fixedDelay = 60_000)
		void idle() {
		}

		@EventListener
		SendMessage hear(MessageEvent event) {
			this.events.add(event.toString());
			return SendMessage.of(event.message().chat().id(), "Hello");
		}

		@EventListener
		void hear(ApplicationEvent event) {
			this.events.add((event instanceof PayloadApplicationEvent<?> payload) ? payload.getPayload().toString()
					: event.toString());
		}

	}

}
