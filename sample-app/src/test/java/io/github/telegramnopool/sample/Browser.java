// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A person's browser: Debian's Chromium, without a window.
 */
final class Browser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private final ChromeDriver driver;

	Browser() {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en");
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
		this.driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
				options);
		size(1360, 860, false);
	}

	static boolean isInstalled() {
		return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
	}

	void open(URI page) {
		this.driver.get(page.toString());
	}

	void size(int width, int height, boolean mobile) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
	}

	/**
	 * Be a system that is dark or light.
	 */
	void scheme(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	/**
	 * Wait for the last of the elements that a selector finds.
	 */
	WebElement find(String css) {
		await().ignoreExceptions().untilAsserted(() -> assertThat(all(css)).as(css).isNotEmpty());
		List<WebElement> found = all(css);
		return found.get(found.size() - 1);
	}

	List<WebElement> all(String css) {
		return this.driver.findElements(By.cssSelector(css));
	}

	void click(String css) {
		await().ignoreExceptions().untilAsserted(() -> find(css).click());
	}

	/**
	 * Press the keys on what has the focus.
	 */
	void type(CharSequence... keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
	}

	void write(String text) {
		find("#text").sendKeys(text + "\n");
	}

	/**
	 * Wait until a text is shown within an element.
	 */
	void sees(String css, String text) {
		sees(css, text, Duration.ofSeconds(15));
	}

	void sees(String css, String text, Duration patience) {
		try {
			await().atMost(patience)
				.ignoreExceptions()
				.untilAsserted(() -> assertThat(all(css)).as(css)
					.extracting(WebElement::getText)
					.anyMatch((shown) -> shown.contains(text)));
		}
		catch (ConditionTimeoutException ex) {
			screenshot("failed");
			throw ex;
		}
	}

	@SuppressWarnings("unchecked")
	<T> T run(String script, Object... arguments) {
		return (T) ((JavascriptExecutor) this.driver).executeScript(script, arguments);
	}

	@SuppressWarnings("unchecked")
	<T> T runAsync(String script, Object... arguments) {
		return (T) ((JavascriptExecutor) this.driver).executeAsyncScript(script, arguments);
	}

	void screenshot(String name) {
		byte[] picture = this.driver.getScreenshotAs(OutputType.BYTES);
		try {
			Files.write(Files.createDirectories(SCREENSHOTS).resolve(name + ".png"), picture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What the page has complained of since the last time.
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().equals(Level.SEVERE))
			.map(LogEntry::getMessage)
			.toList();
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
