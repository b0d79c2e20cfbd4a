// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.telegramnopool.simulator.FaultSwitch;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * The chat page in a browser, with the sample's bot and its twin.
 */
@Tag("long")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "telegram.token=", "telegram.commands.publish=true" })
@ContextConfiguration(initializers = SimulatorWithoutToken.class)
class ChatPageTests {

	private static final String BOT = ".lane[data-bot='1000001']";

	private static final String TWIN = ".lane[data-bot='" + PooledTwin.BOT_ID + "']";

	private static Browser browser;

	private final TelegramSimulator simulator;

	private final FaultSwitch faults;

	private final PooledTwin twin;

	@Autowired
	ChatPageTests(TelegramSimulator simulator, FaultSwitch faults, PooledTwin twin) {
		this.simulator = simulator;
		this.faults = faults;
		this.twin = twin;
	}

	@BeforeAll
	static void startBrowser() {
		// .ci/run installs them and sees to it that these tests are not skipped
		assumeThat(Browser.isInstalled()).as("Chromium and ChromeDriver are installed").isTrue();
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void open() {
		browser.size(1360, 860, false);
		browser.scheme("light");
		browser.open(this.simulator.url());
		browser.run("localStorage.clear()");
		browser.open(this.simulator.url());
		openChat();
	}

	@AfterEach
	void nothingWasComplainedOf() {
		this.faults.choose("none");
		this.twin.choose("off");
		assertThat(browser.complaints()).isEmpty();
		assertThat(browser.<String>run("return document.body.innerText")).doesNotContain("undefined", "null", "false");
	}

	@Test
	void writesAndIsAnswered() {
		browser.write("What a day");
		browser.sees(".theirs .text", "You said: What a day");
		browser.sees("#chats .preview", "You said: What a day");
		browser.write("<img src=x onerror=alert(1)>");
		browser.sees(".theirs .text", "You said: <img src=x onerror=alert(1)>");
		assertThat(browser.all("#messages .text img")).isEmpty();
	}

	@Test
	void commandsAreSuggestedAndFormattedTextIsShown() {
		browser.find("#text").sendKeys("/form");
		browser.sees("#suggestions li", "Formatted text");
		browser.type(Keys.ARROW_DOWN, Keys.ENTER);
		browser.sees(".theirs strong", "Bold");
		assertThat(browser.find(".theirs .text a").getDomAttribute("rel")).contains("noopener");
	}

	@Test
	void buttonsArePressed() {
		browser.write("/menu");
		browser.sees(".keys .key", "What is there to eat?");
		browser.run("document.querySelectorAll('.keys').item(document.querySelectorAll('.keys').length - 1)"
				+ ".querySelectorAll('.key')[2].click()");
		browser.sees("#alert-text", "Cake is sold out");
		browser.type(Keys.ESCAPE);
		browser.run("document.querySelectorAll('.keys').item(document.querySelectorAll('.keys').length - 1)"
				+ ".querySelectorAll('.key')[0].click()");
		browser.sees(".theirs .text", "Here is your tea");
	}

	@Test
	void filesAreUploaded(@TempDir Path folder) throws IOException {
		Path picture = Path.of("src", "main", "resources", "pictures", "dawn.png").toAbsolutePath();
		browser.find("#files").sendKeys(picture.toString());
		await().until(() -> Long.valueOf(0) < browser.<Long>run(
				"const all = document.querySelectorAll('.mine .photo img'); return all.length ? all[all.length - 1].naturalWidth : 0"));
		Path document = Files.writeString(folder.resolve("notes.txt"), "twelve bytes");
		browser.find("#files").sendKeys(document.toString());
		browser.sees(".mine .file", "notes.txt");
		browser.sees(".theirs .text", "I have all of its 12 bytes");
	}

	@Test
	void pollsAreVotedIn() {
		browser.write("/poll");
		browser.sees(".option", "Spaces");
		browser.click(".bubble:last-of-type .option:nth-of-type(1)");
		browser.sees(".option", "100%");
	}

	@Test
	void botIsAskedInline() {
		browser.find("#text").sendKeys("@sim1000001_bot Cats");
		browser.sees("#suggestions li", "CATS!");
		browser.type(Keys.ARROW_DOWN, Keys.ENTER);
		browser.sees(".mine .text", "CATS!");
	}

	@Test
	void messagesAreAnsweredChangedReactedToAndDeleted() {
		browser.write("first thought");
		browser.sees(".mine .text", "first thought");
		choose("Edit");
		browser.find("#text").clear();
		browser.write("second thought");
		browser.sees(".mine .text", "second thought");
		browser.sees(".mine footer", "edited");
		choose("👍");
		browser.sees(".mine .reactions", "👍 1");
		choose("Delete");
		// What is asked for its text may just have gone
		await().ignoreExceptions()
			.untilAsserted(() -> assertThat(browser.all(".mine .text"))
				.noneMatch((text) -> text.getText().equals("second thought")));
	}

	@Test
	void groupsAreCreatedAndPeopleTakeTurns() {
		browser.click("#new-chat");
		browser.find("#create-name").sendKeys("Friends");
		browser.run("document.getElementById('create-kind').value = 'group'");
		browser.click("#create .strong");
		browser.sees("#chat-title", "Friends");
		browser.sees("#writer", "Bob");
		browser.click("#promote");
		browser
			.run("const w = document.getElementById('writer'); w.value = '1002'; w.dispatchEvent(new Event('change'))");
		browser.write("hello all");
		browser.sees(".mine .text", "hello all");
		browser.sees(".theirs .text", "You said: hello all");
		browser
			.run("const w = document.getElementById('writer'); w.value = '1001'; w.dispatchEvent(new Event('change'))");
		browser.sees(".theirs .sender", "Bob");
	}

	@Test
	void botIsBlockedAndUnblocked() {
		browser.write("before");
		browser.sees(".theirs .text", "You said: before");
		browser.click("#block");
		browser.sees("#blocked-text", "The bot is blocked");
		browser.click("#unblock");
		browser.write("after");
		browser.sees(".theirs .text", "You said: after");
	}

	@Test
	void brokenProxyLeavesTheBotAliveAndThePooledTwinDeaf() throws IOException {
		browser.click("[data-choice='black-hole-33']");
		browser.click("[data-switch='pooled-twin']");
		browser.sees(TWIN, "Pooled twin");
		browser.sees(TWIN + " .verdict", "silent", Duration.ofMinutes(2));
		long before = answered(BOT);
		await().atMost(Duration.ofMinutes(1)).until(() -> answered(BOT) >= before + 2);
		browser.screenshot("broken-proxy");
		browser.click("[data-choice='none']");
		browser.sees(BOT + " .verdict", "alive", Duration.ofMinutes(1));
		browser.click("[data-switch='pooled-twin']");
		browser.click("#pulse-switch");
		await().untilAsserted(() -> assertThat(browser.all(TWIN)).isEmpty());
	}

	@Test
	void phasesAreMeasured() {
		browser.click("[data-switch='phases']");
		browser.sees("#phases-text", "TLS");
		assertThat(browser.all("#phases-plot rect")).isNotEmpty();
		browser.click("[data-switch='phases']");
	}

	@Test
	void worksByKeyboard() {
		browser.find("#text").sendKeys("one", Keys.chord(Keys.SHIFT, Keys.ENTER), "two", Keys.ENTER);
		browser.sees(".mine .text", "one\ntwo");
		browser.run("document.querySelector('#chats [aria-current]').focus()");
		browser.type(Keys.END);
		browser.type(Keys.HOME);
		assertThat(browser.<Boolean>run("return document.activeElement === document.querySelector('#chats button')"))
			.isTrue();
		browser.type(Keys.ENTER);
		browser.find("#text").sendKeys("x", Keys.ESCAPE);
		assertThat(browser.<Boolean>run("return document.getElementById('chats').contains(document.activeElement)"))
			.isTrue();
	}

	@Test
	void speaksChinese() throws IOException {
		browser.click("#language");
		browser.sees("#side h2", "聊天");
		assertThat(browser.<String>run("return document.documentElement.lang")).isEqualTo("zh-CN");
		browser.screenshot("desktop-chinese");
		assertThat(violations()).isEmpty();
		browser.click("#language");
		browser.sees("#side h2", "Chats");
	}

	@Test
	void comesBackWhenTheSimulatorDoes() {
		browser.write("are you there?");
		browser.sees(".theirs .text", "You said: are you there?");
		this.simulator.stop();
		try {
			browser.sees("#connection", "The simulator does not answer");
		}
		finally {
			this.simulator.start();
		}
		this.simulator.bot(1_000_001).write(1001, "said meanwhile");
		browser.sees(".text", "said meanwhile");
		// That the connection was lost is no mistake of the page
		assertThat(browser.complaints()).allMatch((complaint) -> complaint.contains("_sim/events"));
	}

	@ParameterizedTest
	@CsvSource({ "desktop, 1360, 860, light", "desktop, 1360, 860, dark", "tablet, 900, 1100, light",
			"phone, 390, 844, light", "phone, 390, 844, dark" })
	void isPleasantOnEveryScreen(String name, int width, int height, String scheme) throws IOException {
		browser.size(width, height, width < 700);
		browser.scheme(scheme);
		if (width < 700) {
			browser.click("#back");
			browser.screenshot(name + "-list-" + scheme);
			assertThat(violations()).isEmpty();
			openChat();
		}
		browser.write("/format");
		browser.sees(".theirs strong", "Bold");
		browser.write("/menu");
		browser.sees(".keys .key", "Coffee");
		browser.write("/poll");
		browser.sees(".option", "Tabs");
		browser.write("/photo");
		browser.sees(".theirs .text", "Good morning");
		browser.screenshot(name + "-" + scheme);
		assertThat(violations()).isEmpty();
		assertThat(browser.<Boolean>run("return document.documentElement.scrollWidth <= innerWidth")).isTrue();
		if (width < 1100) {
			browser.click("#panel-button");
			browser.sees("#panel h3", "Connections");
			browser.screenshot(name + "-panel-" + scheme);
			assertThat(violations()).isEmpty();
			browser.type(Keys.ESCAPE);
			await().until(() -> !browser.find("#panel").isDisplayed());
		}
	}

	/**
	 * Open the visitor's own chat with the bot, whichever was spoken in last.
	 */
	private static void openChat() {
		browser.sees("#chats .name", "Ada");
		browser.run("[...document.querySelectorAll('#chats button')]"
				+ ".find((one) => one.querySelector('.name').textContent === 'Ada').click()");
		browser.sees("#chat-title", "Ada");
	}

	/**
	 * Choose something from the menu of the visitor's latest message.
	 */
	private static void choose(String item) {
		browser.run("const all = document.querySelectorAll('.mine .more'); all[all.length - 1].click()");
		await().ignoreExceptions()
			.untilAsserted(() -> browser.all("#menu .item")
				.stream()
				.filter((one) -> one.getText().equals(item))
				.findFirst()
				.orElseThrow()
				.click());
	}

	private static long answered(String lane) {
		return browser.all(lane + " .answered").size();
	}

	/**
	 * What axe finds.
	 */
	private static List<String> violations() throws IOException {
		browser.run(new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8));
		List<Map<String, ?>> found = browser.runAsync("const done = arguments[arguments.length - 1];"
				+ "axe.run().then((result) => done(result.violations.map((one) => ({ id: one.id, where: one.nodes.map((node) => node.html).join(' ') }))));");
		return found.stream().map(Object::toString).toList();
	}

}
