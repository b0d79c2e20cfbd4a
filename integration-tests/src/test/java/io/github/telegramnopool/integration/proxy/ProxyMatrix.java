// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came of each proxy in each case, as a table of the page about proxies.
 */
public final class ProxyMatrix {

	private static final Log logger = LogFactory.getLog(ProxyMatrix.class);

	private static final Path PAGE = Path.of("..", "docs", "proxies.md");

	private static final String MISSING = "MISSING";

	private final List<String> cases;

	private final Map<RealProxy, Map<String, String>> cells = new EnumMap<>(RealProxy.class);

	/**
	 * Begin a table.
	 * @param proxies its rows
	 * @param cases its columns
	 */
	public ProxyMatrix(List<RealProxy> proxies, List<String> cases) {
		this.cases = cases;
		proxies.forEach((proxy) -> this.cells.put(proxy, new ConcurrentHashMap<>()));
	}

	public void record(RealProxy proxy, String title, String result) {
		this.cells.get(proxy).put(title, result);
	}

	/**
	 * Make sure that no cell is missing and that the page holds this table.
	 * @param file where in the target directory to leave it, to be copied from there
	 */
	public void assertOnPage(String file) throws IOException {
		Path left = Path.of("target", file);
		String table = toMarkdown();
		Files.writeString(left, table);
		logger.info("What came of each proxy:\n" + table);
		assertThat(table).doesNotContain(MISSING);
		assertThat(Files.readString(PAGE)).as("%s is to hold what is now in %s", PAGE, left).contains(table);
	}

	private String toMarkdown() {
		Stream<String> head = Stream.of("| proxy | protocol | " + String.join(" | ", this.cases) + " |",
				"|---|---|" + "---|".repeat(this.cases.size()));
		return Stream.concat(head, this.cells.keySet().stream().map(this::row))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private String row(RealProxy proxy) {
		return this.cases.stream()
			.map((title) -> this.cells.get(proxy).getOrDefault(title, MISSING).replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| " + proxy.title() + " | `" + proxy.scheme() + "` | ", " |"));
	}

}
