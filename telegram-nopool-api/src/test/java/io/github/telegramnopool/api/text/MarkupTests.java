// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.text;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import io.github.telegramnopool.api.model.MessageEntity;
import io.github.telegramnopool.api.model.MessageEntityType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link MessageText#toHtml()} and {@link MessageText#toMarkdownV2()}.
 */
class MarkupTests {

	private static final long SEED = Long.getLong("seed", System.nanoTime());

	@Test
	void writesEachKindOfEntity() {
		MessageText text = MessageText.builder()
			.bold("b")
			.italic("i")
			.underline("u")
			.strikethrough("s")
			.spoiler("p")
			.code("c")
			.pre("x < y", "java")
			.link("l", "https://example.org/?a=1&b=(2)")
			.mention("m", 42)
			.customEmoji("👍", "5368324170671202286")
			.dateTime("t", Instant.ofEpochSecond(1647531900), "wDT")
			.newLine()
			.blockquote("q\nr")
			.newLine()
			.expandableBlockquote("e")
			.build();
		assertThat(text.toHtml()).isEqualTo("<b>b</b><i>i</i><u>u</u><s>s</s><tg-spoiler>p</tg-spoiler><code>c</code>"
				+ "<pre><code class=\"language-java\">x &lt; y</code></pre>"
				+ "<a href=\"https://example.org/?a=1&amp;b=(2)\">l</a><a href=\"tg://user?id=42\">m</a>"
				+ "<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>"
				+ "<tg-time unix=\"1647531900\" format=\"wDT\">t</tg-time>\n"
				+ "<blockquote>q\nr</blockquote>\n<blockquote expandable>e</blockquote>");
		assertThat(text.toMarkdownV2())
			.isEqualTo("*b*_i_**__u__~s~||p||`c````java\nx < y```[l](https://example.org/?a=1&b=(2\\))"
					+ "[m](tg://user?id=42)![👍](tg://emoji?id=5368324170671202286)"
					+ "![t](tg://time?unix=1647531900&format=wDT)\n>q\n>r\n**>e||");
	}

	@Test
	void keepsItalicAndUnderlineApart() {
		assertThat(MessageText.builder().underline((inner) -> inner.italic("a").text("b")).build().toMarkdownV2())
			.isEqualTo("__**_a_b__");
		assertThat(MessageText.builder().underline((inner) -> inner.text("a").italic("b")).build().toMarkdownV2())
			.isEqualTo("__a_b_**__");
		assertThat(MessageText.builder().italic("a").underline("b").build().toMarkdownV2()).isEqualTo("_a_**__b__");
		assertThat(MessageText.builder().bold((inner) -> inner.italic("a").underline("b")).build().toMarkdownV2())
			.isEqualTo("*_a_~~__b__*");
	}

	@Test
	void escapesEverythingThatIsReserved() {
		String ascii = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
		assertThat(MessageText.of(ascii).toMarkdownV2())
			.isEqualTo(" \\!\"\\#$%&'\\(\\)\\*\\+,\\-\\./:;<\\=\\>?@\\[\\\\\\]^\\_\\`\\{\\|\\}\\~");
		assertThat(MessageText.of(ascii).toHtml()).isEqualTo(" !\"#$%&amp;'()*+,-./:;&lt;=&gt;?@[\\]^_`{|}~");
		assertThat(MarkdownV2.escapeCode(ascii)).isEqualTo(" !\"#$%&'()*+,-./:;<=>?@[\\\\]^_\\`{|}~");
		assertThat(MarkdownV2.escapeLink("a)b\\c(d`")).isEqualTo("a\\)b\\\\c(d`");
		assertThat(Html.escapeAttribute("\"a\" & <b>")).isEqualTo("&quot;a&quot; &amp; &lt;b&gt;");
	}

	@Test
	void leavesOutWhatTelegramFindsByItself() {
		MessageText text = new MessageText("/start #tag",
				List.of(MessageEntity.of(MessageEntityType.BOT_COMMAND, 0, 6),
						MessageEntity.of(MessageEntityType.HASHTAG, 7, 4),
						MessageEntity.of(new MessageEntityType("new"), 0, 3)));
		assertThat(text.toHtml()).isEqualTo("/start #tag");
		assertThat(text.toMarkdownV2()).isEqualTo("/start \\#tag");
	}

	@Test
	void ofTwoThatCrossTheFirstStays() {
		MessageText text = new MessageText("abcde", List.of(link(0, 3, "https://a.b"), link(2, 3, "https://c.d"),
				MessageEntity.of(MessageEntityType.BOLD, 1, 3)));
		assertThat(text.toHtml()).isEqualTo("<a href=\"https://a.b\">a<b>bc</b></a><b>d</b>e");
		assertThat(text.toMarkdownV2()).isEqualTo("[a*bc*](https://a.b)*d*e");
	}

	private static MessageEntity link(int offset, int length, String url) {
		return MessageEntity.builder().type(MessageEntityType.TEXT_LINK).offset(offset).length(length).url(url).build();
	}

	@Test
	void aQuoteWithinALineHasNoMarkdown() {
		MessageText text = MessageText.builder().text("a").blockquote("b").build();
		assertThat(text.toHtml()).isEqualTo("a<blockquote>b</blockquote>");
		assertThatIllegalStateException().isThrownBy(text::toMarkdownV2).withMessageContaining("quote at 1");
	}

	@Test
	void markupIsReadAsTheSameText() {
		seeds().forEach((seed) -> {
			MessageText text = new RandomTexts(seed).nested();
			MessageText html = HtmlParser.parse(text.toHtml());
			assertThat(Painting.of(html)).as("-Dseed=%d: %s", seed, text.toHtml()).isEqualTo(Painting.of(text));
			MessageText markdown = MarkdownV2Parser.parse(text.toMarkdownV2());
			assertThat(Painting.withoutLineEnds(markdown)).as("-Dseed=%d: %s", seed, text.toMarkdownV2())
				.isEqualTo(Painting.withoutLineEnds(text));
		});
	}

	@Test
	void markupOfCrossingEntitiesIsWellFormed() {
		seeds().forEach((seed) -> {
			MessageText text = new RandomTexts(seed).wild(20);
			MessageText html = HtmlParser.parse(text.toHtml());
			assertThat(html.text()).as("-Dseed=%d", seed).isEqualTo(text.text());
			for (int offset = 0; offset < text.length(); offset++) {
				assertThat(Painting.colors(text, offset)).as("-Dseed=%d: %s", seed, text.toHtml())
					.containsAll(Painting.colors(html, offset));
			}
			if (text.entities().stream().noneMatch((entity) -> entity.type().value().contains("quote"))) {
				MessageText markdown = MarkdownV2Parser.parse(text.toMarkdownV2());
				assertThat(Painting.of(markdown)).as("-Dseed=%d: %s", seed, text.toMarkdownV2())
					.isEqualTo(Painting.of(html));
			}
		});
	}

	private static LongStream seeds() {
		return LongStream.range(SEED, SEED + 2000);
	}

}
