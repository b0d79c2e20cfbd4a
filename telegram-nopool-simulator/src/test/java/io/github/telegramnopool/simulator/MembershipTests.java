// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipTests {

	private final TelegramSimulator simulator = TelegramSimulator.builder().build().start();

	private final WorldCalls world = new WorldCalls(this.simulator).readingEverything();

	private final SimulatedUser ada = this.world.bot().user(7).name("Ada", "Lovelace").username("ada");

	private final SimulatedUser bob = this.world.bot().user(8).name("Bob", null);

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	@DisplayName("JsonChatMemberUpdated: a block is my_chat_member, and what is sent is refused")
	void blockedBotIsToldAndRefused() {
		this.ada.write("hi");
		this.ada.block();
		assertThat(this.world.updates()).satisfiesExactly(
				(message) -> assertThat(message.at("/message/from/last_name").stringValue()).isEqualTo("Lovelace"),
				(blocked) -> {
					assertThat(blocked.at("/my_chat_member/old_chat_member/status").stringValue()).isEqualTo("member");
					assertThat(blocked.at("/my_chat_member/new_chat_member/status").stringValue()).isEqualTo("kicked");
					assertThat(blocked.at("/my_chat_member/from/id").intValue()).isEqualTo(7);
				});
		assertThat(this.world.refused("sendMessage?chat_id=7&text=a"))
			.isEqualTo("403 Forbidden: bot was blocked by the user");
		assertThat(this.world.refused("sendChatAction?chat_id=7&action=typing")).startsWith("403");
		this.ada.unblock();
		assertThat(this.world.update("my_chat_member").at("/new_chat_member/status").stringValue()).isEqualTo("member");
		this.world.ok("sendMessage?chat_id=7&text=a");
	}

	@Test
	void bothSidesSeeWhoComesAndGoes() {
		SimulatedChat group = this.world.bot().newGroup("Friends", this.ada);
		assertThat(this.world.kinds()).containsExactly("my_chat_member", "message");
		group.members().join(this.bob);
		assertThat(this.world.update("message").at("/new_chat_members/0/first_name").stringValue()).isEqualTo("Bob");
		assertThat(this.world.ok("getChatMemberCount?chat_id=" + group.id()).intValue()).isEqualTo(3);
		group.members().leave(this.bob);
		assertThat(this.world.update("message").at("/left_chat_member/id").intValue()).isEqualTo(8);
		assertThat(status(group, 8)).isEqualTo("left");
		assertThat(status(group, 7)).isEqualTo("creator");
	}

	@Test
	void administratorIsToldOfMembers() {
		SimulatedChat channel = this.world.bot().newChannel("News", this.ada);
		assertThat(this.world.update("my_chat_member").at("/new_chat_member/can_post_messages").booleanValue())
			.isTrue();
		channel.members().join(this.bob);
		assertThat(this.world.update("chat_member").at("/old_chat_member/status").stringValue()).isEqualTo("left");
		channel.write(this.ada, "first");
		assertThat(this.world.update("channel_post").at("/sender_chat/title").stringValue()).isEqualTo("News");
		this.world.ok("sendMessage?text=a&chat_id=" + channel.id());
		this.world.ok("editMessageText?text=b&message_id=2&chat_id=" + channel.id());
		assertThat(this.world.ok("getChatAdministrators?chat_id=" + channel.id()).size()).isEqualTo(2);
	}

	@Test
	@DisplayName("Client::check_chat_access: kicked from or not a member of a chat")
	void botThatIsOutsideIsRefused() {
		for (SimulatedChat chat : new SimulatedChat[] { this.world.bot().newGroup("a", this.ada),
				this.world.bot().newSupergroup("b", this.ada), this.world.bot().newChannel("c", this.ada) }) {
			String name = chat.info().get("type").stringValue() + " chat";
			chat.members().removeBot(this.ada);
			assertThat(this.world.refused("sendMessage?text=a&chat_id=" + chat.id()))
				.isEqualTo("403 Forbidden: bot was kicked from the " + name);
			chat.members().addBot(this.ada);
			this.world.ok("leaveChat?chat_id=" + chat.id());
			assertThat(this.world.refused("sendMessage?text=a&chat_id=" + chat.id()))
				.isEqualTo("403 Forbidden: bot is not a member of the " + name);
			assertThat(this.world.kinds()).endsWith("my_chat_member");
			chat.write(this.ada, "unheard");
			assertThat(this.world.updates()).isEmpty();
		}
	}

	@Test
	@DisplayName("Client::check_chat_access: group chat was upgraded to a supergroup chat")
	void upgradedGroupTellsWhereItWent() {
		SimulatedChat group = this.world.bot().newGroup("Friends", this.ada);
		this.world.updates();
		SimulatedChat supergroup = group.members().upgrade(this.ada);
		assertThat(this.world.updates()).satisfiesExactly(
				(old) -> assertThat(old.at("/message/migrate_to_chat_id").longValue()).isEqualTo(supergroup.id()),
				(young) -> assertThat(young.at("/message/migrate_from_chat_id").longValue()).isEqualTo(group.id()));
		JsonNode answer = BotCalls.json(this.world.calls.call("sendMessage?text=a&chat_id=" + group.id()));
		assertThat(answer.get("description").stringValue())
			.isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
		assertThat(answer.at("/parameters/migrate_to_chat_id").longValue()).isEqualTo(supergroup.id());
		this.world.ok("sendMessage?text=a&chat_id=" + supergroup.id());
	}

	@Test
	void membersAreBannedRestrictedAndPromoted() {
		SimulatedChat chat = this.world.bot().newSupergroup("Friends", this.ada);
		String ban = "banChatMember?user_id=8&chat_id=" + chat.id();
		chat.members().join(this.bob);
		assertThat(this.world.refused(ban))
			.isEqualTo("400 Bad Request: not enough rights to restrict/unrestrict chat member");
		chat.members().promoteBot(this.ada);
		assertThat(this.world.refused("banChatMember?user_id=7&chat_id=" + chat.id()))
			.isEqualTo("400 Bad Request: can't remove chat owner");
		this.world.updates();
		this.world.ok(ban);
		assertThat(this.world.kinds()).containsExactly("chat_member", "message");
		assertThat(status(chat, 8)).isEqualTo("kicked");
		this.world.ok("unbanChatMember?only_if_banned=true&user_id=8&chat_id=" + chat.id());
		assertThat(status(chat, 8)).isEqualTo("left");
		chat.members().join(this.bob);
		this.world.ok("restrictChatMember?user_id=8&permissions=%7B%7D&chat_id=" + chat.id());
		assertThat(status(chat, 8)).isEqualTo("restricted");
		this.world.ok("promoteChatMember?user_id=8&can_pin_messages=true&chat_id=" + chat.id());
		assertThat(status(chat, 8)).isEqualTo("administrator");
	}

	@Test
	@DisplayName("DialogParticipantManager and Client::process_*_chat_member_query: chats of another kind")
	void chatsOfAnotherKindAreRefused() {
		SimulatedChat group = this.world.bot().newGroup("Friends", this.ada);
		group.members().promoteBot(this.ada);
		assertThat(this.world.refused("banChatMember?chat_id=7&user_id=7"))
			.isEqualTo("400 Bad Request: can't ban members in private chats");
		assertThat(this.world.refused("leaveChat?chat_id=7")).isEqualTo("400 Bad Request: can't leave private chats");
		assertThat(this.world.refused("restrictChatMember?user_id=8&permissions=%7B%7D&chat_id=" + group.id()))
			.isEqualTo("400 Bad Request: method is available only for supergroups");
		assertThat(this.world.refused("promoteChatMember?user_id=8&chat_id=" + group.id()))
			.isEqualTo("400 Bad Request: method is available for supergroup and channel chats only");
		assertThat(this.world.refused("getChatMember?chat_id=7&user_id=x"))
			.isEqualTo("400 Bad Request: invalid user_id specified");
		assertThat(this.world.refused("getChatAdministrators?chat_id=7"))
			.isEqualTo("400 Bad Request: there are no administrators in the private chat");
	}

	@Test
	void privacyHidesWhatIsNotForTheBot() {
		SimulatedChat group = this.world.bot().newGroup("Friends", this.ada);
		long said = this.world.ok("sendMessage?text=a&chat_id=" + group.id()).get("message_id").longValue();
		this.world.updates();
		group.write(this.ada, "hidden");
		group.write(this.ada, "/start@other_bot");
		assertThat(this.world.updates()).isEmpty();
		group.write(this.ada, "/start");
		group.write(this.ada, "hello @sim42_bot");
		group.reply(this.ada, said, "yes");
		assertThat(this.world.kinds()).hasSize(3);
		this.world.bot().readsAllGroupMessages(true);
		assertThat(this.world.ok("getMe").get("can_read_all_group_messages").booleanValue()).isTrue();
		group.write(this.ada, "seen");
		assertThat(this.world.update("message").get("text").stringValue()).isEqualTo("seen");
		this.world.bot().readsAllGroupMessages(false);
		group.members().promoteBot(this.ada);
		this.world.updates();
		group.write(this.ada, "seen by an administrator");
		assertThat(this.world.kinds()).containsExactly("message");
	}

	@Test
	void chatThatNobodyCreatedIsOpenToAll() {
		this.world.bot().chat(-100).write(this.ada, "no command");
		assertThat(this.world.update("message").at("/chat/type").stringValue()).isEqualTo("group");
		this.world.ok("banChatMember?chat_id=-100&user_id=7");
		assertThat(status(this.world.bot().chat(-100), 7)).isEqualTo("kicked");
	}

	@Test
	void botMayWriteInAChannelThatAnUpdateToldOf() {
		this.world.bot()
			.push("{\"channel_post\":{\"message_id\":3,\"date\":1,\"text\":\"a\","
					+ "\"chat\":{\"id\":-1001234567890,\"type\":\"channel\",\"title\":\"News\"}}}");
		JsonNode post = this.world.ok("sendMessage?chat_id=-1001234567890&text=a");
		assertThat(post.at("/sender_chat/title").stringValue()).isEqualTo("News");
		assertThat(post.get("message_id").intValue()).isEqualTo(4);
	}

	@Test
	void requestToJoinIsApproved() {
		SimulatedChat channel = this.world.bot().newChannel("News", this.ada);
		this.world.updates();
		channel.members().requestToJoin(this.bob);
		assertThat(this.world.update("chat_join_request").get("user_chat_id").intValue()).isEqualTo(8);
		this.world.ok("approveChatJoinRequest?user_id=8&chat_id=" + channel.id());
		assertThat(status(channel, 8)).isEqualTo("member");
	}

	@Test
	@DisplayName("DialogManager::set_dialog_title, ::pin_dialog_message, CHAT_ABOUT_NOT_MODIFIED")
	void chatIsRenamedDescribedAndPinnedIn() {
		SimulatedChat chat = this.world.bot().newSupergroup("Old", this.ada);
		String id = "chat_id=" + chat.id();
		long message = this.world.ok("sendMessage?text=a&" + id).get("message_id").longValue();
		assertThat(this.world.refused("setChatTitle?title=New&" + id))
			.isEqualTo("400 Bad Request: not enough rights to change chat title");
		assertThat(this.world.refused("pinChatMessage?message_id=" + message + "&" + id))
			.isEqualTo("400 Bad Request: not enough rights to manage pinned messages in the chat");
		chat.members().promoteBot(this.ada);
		this.world.updates();
		this.world.ok("setChatTitle?title=New&" + id);
		assertThat(this.world.update("message").get("new_chat_title").stringValue()).isEqualTo("New");
		this.world.ok("setChatDescription?description=d&" + id);
		assertThat(this.world.refused("setChatDescription?description=d&" + id))
			.isEqualTo("400 Bad Request: chat description is not modified");
		this.world.ok("pinChatMessage?message_id=" + message + "&" + id);
		assertThat(this.world.update("message").at("/pinned_message/text").stringValue()).isEqualTo("a");
		JsonNode info = this.world.ok("getChat?" + id);
		assertThat(info.get("title").stringValue()).isEqualTo("New");
		assertThat(info.get("description").stringValue()).isEqualTo("d");
		assertThat(info.at("/pinned_message/message_id").longValue()).isEqualTo(message);
		this.world.ok("unpinAllChatMessages?" + id);
		assertThat(this.world.ok("getChat?" + id).has("pinned_message")).isFalse();
	}

	private String status(SimulatedChat chat, long user) {
		return this.world.ok("getChatMember?chat_id=" + chat.id() + "&user_id=" + user).get("status").stringValue();
	}

}
