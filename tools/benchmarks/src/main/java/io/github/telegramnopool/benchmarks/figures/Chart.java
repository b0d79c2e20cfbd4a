// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A picture of some figures, in SVG: for each a panel with a bar for each contender, and
 * a line across its end for the spread. Readable on light and dark pages.
 *
 * @param panels the panels, from top to bottom
 * @param ours how the names of those begin who are highlighted
 */
public record Chart(List<Panel> panels, String ours) {

	private static final int WIDTH = 760;

	private static final int LEFT = 250;

	private static final int RIGHT = 110;

	private static final int LINE = 22;

	private static final int HEAD = 34;

	private static final String STYLE = """
			<style>
			text { font: 13px system-ui, sans-serif; fill: #24292f; }
			.title { font-weight: 600; }
			.name { text-anchor: end; }
			.bar { fill: #8c959f; }
			.ours { fill: #0969da; }
			.spread { stroke: #24292f; stroke-width: 1.5; }
			@media (prefers-color-scheme: dark) {
			text { fill: #e6edf3; }
			.bar { fill: #6e7681; }
			.ours { fill: #4493f8; }
			.spread { stroke: #e6edf3; }
			}
			</style>
			""";

	/**
	 * Draw it.
	 * @param figures what came out
	 * @return the picture; panels of which nothing is known are left out
	 */
	public String svg(Figures figures) {
		StringBuilder content = new StringBuilder();
		int top = 8;
		for (Panel panel : this.panels) {
			List<Entry> entries = entries(panel, figures);
			if (!entries.isEmpty()) {
				top = draw(content, panel, entries, top);
			}
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">
				%s%s</svg>
				""".formatted(WIDTH, top, WIDTH, top, STYLE, content);
	}

	private List<Entry> entries(Panel panel, Figures figures) {
		List<Entry> entries = new ArrayList<>();
		for (String contender : figures.contenders(panel.scenario())) {
			Optional<Spread> spread = figures.spread(panel.scenario(), contender, panel.measure());
			if (spread.isPresent() && !panel.without().contains(contender)) {
				entries.add(new Entry(contender, spread.get()));
			}
		}
		return entries;
	}

	private int draw(StringBuilder content, Panel panel, List<Entry> entries, int top) {
		double most = entries.stream().mapToDouble((entry) -> entry.spread.high()).max().orElse(1);
		double scale = (WIDTH - LEFT - RIGHT) / ((most > 0) ? most : 1);
		content.append(text("title", 8, top + 18, panel.title()));
		int y = top + HEAD;
		for (Entry entry : entries) {
			bar(content, panel, entry, scale, y);
			y += LINE;
		}
		return y + 12;
	}

	private void bar(StringBuilder content, Panel panel, Entry entry, double scale, int y) {
		double end = LEFT + Math.max(1, entry.spread.median() * scale);
		double low = LEFT + entry.spread.low() * scale;
		double high = LEFT + entry.spread.high() * scale;
		content.append(text("name", LEFT - 8, y + 12, entry.name));
		content.append(format("<rect class=\"bar%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"2\"/>\n",
				entry.name.startsWith(this.ours) ? " ours" : "", LEFT, y + 1, end - LEFT));
		content.append(format("<line class=\"spread\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n", low, high,
				y + 8, y + 8));
		content.append(text("value", (int) Math.max(end, high) + 8, y + 12,
				panel.measure().formatWithUnit(entry.spread.median())));
	}

	private static String text(String kind, int x, int y, String text) {
		String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
		return format("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n", kind, x, y, escaped);
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/**
	 * One figure of all contenders of a scenario.
	 *
	 * @param title what it says
	 * @param scenario the scenario
	 * @param measure the figure
	 * @param without who is left out
	 */
	public record Panel(String title, String scenario, Measure measure, List<String> without) {

		/**
		 * Create with all contenders.
		 * @param title what it says
		 * @param scenario the scenario
		 * @param measure the figure
		 */
		public Panel(String title, String scenario, Measure measure) {
			this(title, scenario, measure, List.of());
		}

	}

	private record Entry(String name, Spread spread) {

	}

}
