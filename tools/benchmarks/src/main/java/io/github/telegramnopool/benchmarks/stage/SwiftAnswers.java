// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The bytes of answers, made once.
 */
final class SwiftAnswers {

	private static final String BOT = """
			{"id":4839574812,"is_bot":true,"first_name":"Bot","username":"your_bot","can_join_groups":true,\
			"can_read_all_group_messages":false,"supports_inline_queries":false}""";

	private static final String PERSON = """
			{"id":42,"is_bot":false,"first_name":"Ann","last_name":"Example","username":"ann","language_code":"en"}""";

	private static final String CHAT = """
			{"id":42,"first_name":"Ann","last_name":"Example","username":"ann","type":"private"}""";

	private static final byte[] MESSAGE = ok(
			"{\"message_id\":7,\"from\":%s,\"chat\":%s,\"date\":1790000000,\"text\":\"Hello\"}".formatted(BOT, CHAT));

	private static final byte[] TRUE = ok("true");

	private static final Map<String, byte[]> OTHERS = Map.of("getme", ok(BOT), "getwebhookinfo",
			ok("{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}"));

	private static final byte[] UPDATE_BEGIN = bytes("{\"update_id\":");

	private static final byte[] MESSAGE_BEGIN = bytes(",\"message\":{\"message_id\":");

	private static final byte[] UPDATE_END = bytes(
			",\"from\":%s,\"chat\":%s,\"date\":1790000000,\"text\":\"What people write to a bot, all day long\"}}"
				.formatted(PERSON, CHAT));

	private SwiftAnswers() {
	}

	static ByteBuf message() {
		return Unpooled.wrappedBuffer(MESSAGE);
	}

	static ByteBuf of(String method) {
		return Unpooled.wrappedBuffer(OTHERS.getOrDefault(method.toLowerCase(Locale.ROOT), TRUE));
	}

	static ByteBuf updates(List<Long> ids) {
		ByteBuf answer = Unpooled.buffer(64 + 400 * ids.size());
		answer.writeBytes(bytes("{\"ok\":true,\"result\":["));
		for (int i = 0; i < ids.size(); i++) {
			byte[] id = bytes(Long.toString(ids.get(i)));
			if (i > 0) {
				answer.writeByte(',');
			}
			answer.writeBytes(UPDATE_BEGIN).writeBytes(id).writeBytes(MESSAGE_BEGIN).writeBytes(id);
			answer.writeBytes(UPDATE_END);
		}
		return answer.writeBytes(bytes("]}"));
	}

	private static byte[] ok(String result) {
		return bytes("{\"ok\":true,\"result\":" + result + "}");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
