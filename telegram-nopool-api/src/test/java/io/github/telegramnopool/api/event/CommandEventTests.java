// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.api.event;

import java.time.Instant;

import io.github.telegramnopool.api.BotInfo;
import io.github.telegramnopool.api.model.Chat;
import io.github.telegramnopool.api.model.ChatType;
import io.github.telegramnopool.api.model.ForceReply;
import io.github.telegramnopool.api.model.Message;
import io.github.telegramnopool.api.model.Update;
import io.github.telegramnopool.api.text.MessageText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandEventTests {

	private final Message message = Message.of(7, Instant.EPOCH, Chat.of(5, ChatType.PRIVATE));

	private final BotInfo bot = new BotInfo("default", 42, "harbour_desk_bot");

	@Test
	void hasMessageThatHoldsTheCommand() {
		Update update = Update.builder().updateId(1).message(this.message).build();
		assertThat(new CommandEvent(update, this.bot, "start", "").message()).isSameAs(this.message);
	}

	@Test
	void hasMessageOfOtherKinds() {
		Update update = Update.builder().updateId(1).channelPost(this.message).build();
		assertThat(new CommandEvent(update, this.bot, "start", "").message()).isSameAs(this.message);
	}

	@Test
	void answersAsItsMessageDoes() {
		Update update = Update.builder().updateId(1).message(this.message).build();
		CommandEvent event = new CommandEvent(update, this.bot, "start", "");
		assertThat(event.answer("Hi")).isEqualTo(this.message.answer("Hi"));
		assertThat(event.reply("Hi")).isEqualTo(this.message.reply("Hi"));
		MessageText text = MessageText.builder().bold("Hi").build();
		assertThat(event.answer(text)).isEqualTo(this.message.answer(text));
		assertThat(event.reply(text)).isEqualTo(this.message.reply(text));
		ForceReply markup = ForceReply.of(true);
		assertThat(event.answer("Hi", markup)).isEqualTo(this.message.answer("Hi", markup));
		assertThat(event.reply("Hi", markup)).isEqualTo(this.message.reply("Hi", markup));
	}

}
