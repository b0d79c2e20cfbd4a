// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SwitchesTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final BotCalls calls = new BotCalls(this.simulator, 42);

	private final Lamp lamp = new Lamp();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void thereIsNoneAtFirst() {
		assertThat(this.calls.get("/_sim/switches").body()).isEqualTo("[]");
	}

	@Test
	void isSeenAndSet() {
		this.simulator.addSwitch(this.lamp);
		assertThat(this.calls.get("/_sim/switches").body())
			.isEqualTo("[{\"name\":\"lamp\",\"chosen\":\"off\",\"choices\":[\"off\",\"on\"],\"bot\":7}]");
		JsonNode after = this.calls.control("switches/lamp", "{\"choice\":\"on\"}");
		assertThat(after.at("/0/chosen").stringValue()).isEqualTo("on");
		assertThat(this.lamp.chosen()).isEqualTo("on");
	}

	@Test
	void pagesAreTold() throws Exception {
		this.simulator.addSwitch(this.lamp);
		try (RawConnection events = RawConnection.to(this.simulator.port())) {
			events.write("GET /_sim/events HTTP/1.1\r\nHost: x\r\n\r\n").readHead();
			this.calls.control("switches/lamp", "{\"choice\":\"on\"}");
			StringBuilder seen = new StringBuilder();
			while (seen.indexOf("event: switches") < 0 || seen.indexOf("\"chosen\":\"on\"") < 0) {
				seen.append((char) events.readByte());
			}
		}
	}

	@Test
	void explainsWhatCannotBeSet() {
		this.simulator.addSwitch(this.lamp);
		assertThat(this.calls.control("switches/lamp", "{\"choice\":\"blue\"}").get("description").stringValue())
			.isEqualTo("Bad Request: \"choice\" must be one of [off, on]");
		assertThat(this.calls.control("switches/door", "{\"choice\":\"on\"}").get("description").stringValue())
			.isEqualTo("Not Found: there is no switch \"door\"");
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.addSwitch(new Lamp()))
			.withMessage("There is a switch named \"lamp\" already");
	}

	@Test
	void phasesArePassedOn() throws Exception {
		try (RawConnection events = RawConnection.to(this.simulator.port())) {
			events.write("GET /_sim/events HTTP/1.1\r\nHost: x\r\n\r\n").readHead();
			this.calls.control("bots/42/phases", "{\"tcp\":1.5,\"tls\":20}");
			StringBuilder seen = new StringBuilder();
			while (seen.indexOf("event: phases") < 0 || seen.indexOf("\"phases\":{\"tcp\":1.5,\"tls\":20}") < 0) {
				seen.append((char) events.readByte());
			}
		}
	}

	private static final class Lamp implements PageSwitch {

		private volatile String chosen = "off";

		@Override
		public String name() {
			return "lamp";
		}

		@Override
		public List<String> choices() {
			return List.of("off", "on");
		}

		@Override
		public String chosen() {
			return this.chosen;
		}

		@Override
		public void choose(String choice) {
			this.chosen = choice;
		}

		@Override
		public long botId() {
			return 7;
		}

	}

}
