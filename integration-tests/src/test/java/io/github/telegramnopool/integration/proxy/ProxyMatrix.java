package io.github.telegramnopool.integration.proxy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of each proxy in each case.
 */
final class ProxyMatrix {

	private static final String MISSING = "MISSING";

	private final Map<RealProxy, Map<ProxyCase, String>> cells = new EnumMap<>(RealProxy.class);

	void record(RealProxy proxy, ProxyCase proxyCase, String result) {
		this.cells.computeIfAbsent(proxy, (key) -> new EnumMap<>(ProxyCase.class)).put(proxyCase, result);
	}

	String cell(RealProxy proxy, ProxyCase proxyCase) {
		return this.cells.getOrDefault(proxy, Map.of()).getOrDefault(proxyCase, MISSING);
	}

	List<String> missing() {
		return Stream.of(RealProxy.values())
			.flatMap((proxy) -> Stream.of(ProxyCase.values())
				.filter((proxyCase) -> cell(proxy, proxyCase).equals(MISSING))
				.map((proxyCase) -> proxy + " " + proxyCase))
			.toList();
	}

	/**
	 * A table for people.
	 */
	String toMarkdown() {
		List<String> titles = Stream.of(ProxyCase.values()).map(ProxyCase::title).toList();
		Stream<String> head = Stream.of("| proxy | protocol | " + String.join(" | ", titles) + " |",
				"|---|---|" + "---|".repeat(titles.size()));
		return Stream.concat(head, Stream.of(RealProxy.values()).map(this::row))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private String row(RealProxy proxy) {
		return Stream.of(ProxyCase.values())
			.map((proxyCase) -> cell(proxy, proxyCase).replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| " + proxy.title() + " | `" + proxy.scheme() + "` | ", " |"));
	}

}
