// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code README.zh-CN.md} says what {@code README.md} says, as far as that can be seen
 * without reading it: section by section the same code, names, links, rows and items.
 */
class ChineseReadmeTests {

	private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]+`");

	private static final Pattern ROW = Pattern.compile("(?m)^\\|");

	private static final Pattern ITEM = Pattern.compile("(?m)^- ");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private final Page english = Page.of("README.md");

	private final Page chinese = Page.of("README.zh-CN.md");

	@Test
	void hasTheSameHeadings() {
		assertThat(this.chinese.levels()).isEqualTo(this.english.levels());
	}

	@Test
	void hasTheSameCode() {
		assertThat(this.chinese.code()).isEqualTo(this.english.code()).hasSizeGreaterThan(20);
	}

	@Test
	void namesTheSameInEachSection() {
		assertThat(inSections(this.chinese, INLINE_CODE)).isEqualTo(inSections(this.english, INLINE_CODE));
	}

	@Test
	void hasTheSameRowsAndItemsInEachSection() {
		assertThat(inSections(this.chinese, ROW)).isEqualTo(inSections(this.english, ROW));
		assertThat(inSections(this.chinese, ITEM)).isEqualTo(inSections(this.english, ITEM));
	}

	@Test
	void leadsToTheSamePlaces() {
		List<String> links = this.chinese.links().stream().map(ChineseReadmeTests::swap).sorted().toList();
		assertThat(links).isEqualTo(this.english.links().stream().sorted().toList()).contains("README.zh-CN.md");
	}

	/**
	 * Each leads to the other.
	 */
	private static String swap(String link) {
		return link.equals("README.md") ? "README.zh-CN.md" : link;
	}

	@Test
	void isChineseInEachSection() {
		assertThat(sections(this.chinese)).map(Page::text)
			.filteredOn((section) -> !section.isBlank())
			.allSatisfy((section) -> assertThat(section).containsPattern(HAN));
	}

	/**
	 * What is found in each section, in any order, since the languages have orders of
	 * their own.
	 */
	private static List<List<String>> inSections(Page page, Pattern pattern) {
		return sections(page).stream()
			.map((section) -> section.find(pattern).stream().map((found) -> found.group()).sorted().toList())
			.toList();
	}

	private static List<Page> sections(Page page) {
		return Arrays.stream(page.prose().text().split("(?m)^#+ .*$")).map(Page::new).toList();
	}

}
