// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each of these tests is named after the function of the official server's
 * {@code MessageEntity.cpp} that it is about.
 */
class MarkupTests {

	@ParameterizedTest
	@DisplayName("parse_html")
	@CsvSource(delimiter = '@', quoteCharacter = '$', value = { "a <b>b<i>c</i></b> d@a bc d@bold 2 2, italic 3 1",
			"<u>a</u><s>b</s><tg-spoiler>c</tg-spoiler><span class=\"tg-spoiler\">d</span>@abcd@"
					+ "underline 0 1, strikethrough 1 1, spoiler 2 1, spoiler 3 1",
			"<code>x</code> <pre>y</pre>@x y@code 0 1, pre 2 1",
			"<pre><code class=\"language-java\">x</code></pre>@x@pre 0 1 java",
			"<a href=\"https://a.test/b?c=1&amp;d=2\">x</a>@x@text_link 0 1 https://a.test/b?c=1&d=2",
			"<a href='a.test'>x</a>@x@text_link 0 1 http://a.test/",
			"<a href=\"tg://user?id=5\">x</a>@x@text_mention 0 1 5",
			"<blockquote>a</blockquote><blockquote expandable>b</blockquote>@ab@blockquote 0 1, expandable_blockquote 1 1",
			"<tg-emoji emoji-id=\"5\">x</tg-emoji>@x@custom_emoji 0 1 5",
			"1 &lt; 2 &#38; &quot;x&quot; &nbsp;@1 < 2 & \"x\" &nbsp;@", "\ud83d\ude00<b>x</b>@\ud83d\ude00x@bold 2 1",
			"<b></b>x@x@", " <b> x </b> @x@bold 0 1" })
	void htmlIsRead(String markup, String text, String entities) {
		check("HTML", markup, text, entities);
	}

	@ParameterizedTest
	@DisplayName("parse_html")
	@CsvSource(delimiter = '@', quoteCharacter = '$',
			value = { "a <b>b@Can't find end tag corresponding to start tag \"b\"",
					"\u00fc<h1>a</h1>@Unsupported start tag \"h1\" at byte offset 2",
					"<b@Unclosed start tag at byte offset 0", "</b>@Unexpected end tag at byte offset 0",
					"<b>x</i>@Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
					"<b>x</b @Unclosed end tag at byte offset 4",
					"<span class=\"x\">a</span>@Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
					"<a =x>y</a>@Empty attribute name in the tag \"a\" at byte offset 0",
					"<a href=x/y>y</a>@Unexpected end of name token at byte offset 8",
					"<a href=\"x>y</a>@Unclosed start tag at byte offset 0",
					"<tg-emoji emoji-id=\"x\">y</tg-emoji>@Invalid custom emoji identifier specified" })
	void htmlIsRefused(String markup, String problem) {
		checkRefused("HTML", markup, problem);
	}

	@ParameterizedTest
	@DisplayName("parse_markdown")
	@CsvSource(delimiter = '@', quoteCharacter = '$',
			value = { "*a* _b_ `c` [d](a.test)@a b c d@bold 0 1, italic 2 1, code 4 1, text_link 6 1 http://a.test/",
					"```java^x```@x@pre 0 1 java", "```x```@x@pre 0 1", "\\*a\\_@*a_@", "snake case@snake case@" })
	void markdownIsRead(String markup, String text, String entities) {
		check("Markdown", markup, text, entities);
	}

	@Test
	@DisplayName("parse_markdown")
	void markdownIsRefused() {
		checkRefused("Markdown", "\u00fc snake_case", "Can't find end of the entity starting at byte offset 8");
	}

	@ParameterizedTest
	@DisplayName("parse_markdown_v2")
	@CsvSource(delimiter = '@', quoteCharacter = '$',
			value = { "*a _b_* __c__ ~d~ \\|\\|@a b c d ||@bold 0 3, italic 2 1, underline 4 1, strikethrough 6 1",
					"||s|| `c\\`d`@s c`d@spoiler 0 1, code 2 3", "```py^x^```@x@pre 0 1 py",
					"[t\\]](https://a.test/\\))@t]@text_link 0 2 https://a.test/)",
					"[t](tg://user?id=5)@t@text_mention 0 1 5", "![e](tg://emoji?id=7)@e@custom_emoji 0 1 7",
					">a^>b^c@a^b^c@blockquote 0 4", ">a^>b||@a^b@expandable_blockquote 0 3" })
	void markdownV2IsRead(String markup, String text, String entities) {
		check("MarkdownV2", markup, text, entities);
	}

	@ParameterizedTest
	@DisplayName("parse_markdown_v2")
	@CsvSource(delimiter = '@', quoteCharacter = '$',
			value = { "a.b@Character '.' is reserved and must be escaped with the preceding '\\'",
					"a > b@Character '>' is reserved and must be escaped with the preceding '\\'",
					"\u00fc *a@Can't find end of Bold entity at byte offset 3",
					"__a_@Can't find end of Italic entity at byte offset 3",
					"```py^a@Can't find end of PreCode entity at byte offset 0",
					"[a](b@Can't find end of a URL at byte offset 4",
					"![a]@The entity must contain a tg://emoji or tg://time URL",
					"![a](b)@Invalid tg://emoji or tg://time URL specified",
					">*a^b@Can't find end of Bold entity at byte offset 1" })
	void markdownV2IsRefused(String markup, String problem) {
		checkRefused("MarkdownV2", markup, problem);
	}

	@Test
	@DisplayName("Client::get_formatted_text")
	void otherModesAndLongTextsAreRefused() {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> FormattedText.parse("a", "XML", null))
			.withMessage("Bad Request: unsupported parse_mode");
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> FormattedText.parse("a".repeat(32769), "", null))
			.withMessage("Bad Request: text is too long");
		assertThat(FormattedText.parse("*a*", "none", null).text()).isEqualTo("*a*");
	}

	@Test
	@DisplayName("find_entities")
	void linksAreFoundBesideWhatIsMarkedButNotInCode() {
		check("HTML", "<b>see /help</b> <code>/no</code>", "see /help /no", "bold 0 9, bot_command 4 5, code 10 3");
	}

	private static void check(String mode, String markup, String text, String entities) {
		FormattedText parsed = FormattedText.parse(lines(markup), mode, null);
		assertThat(parsed.text()).isEqualTo(lines(text));
		assertThat(parsed.entities()
			.stream()
			.map((entity) -> entity.get("type").stringValue() + " " + entity.get("offset") + " " + entity.get("length")
					+ detail(entity))
			.toList()
			.toString()).isEqualTo("[" + ((entities != null) ? entities : "") + "]");
	}

	private static String detail(JsonNode entity) {
		for (String field : new String[] { "url", "language", "custom_emoji_id" }) {
			if (entity.has(field)) {
				return " " + entity.get(field).stringValue();
			}
		}
		return entity.has("user") ? " " + entity.at("/user/id") : "";
	}

	/**
	 * A caret stands for a line break.
	 */
	private static String lines(String text) {
		return text.replace('^', '\n');
	}

	private static void checkRefused(String mode, String markup, String problem) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> FormattedText.parse(lines(markup), mode, null))
			.withMessage("Bad Request: can't parse entities: " + problem);
	}

}
