// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CodegenTests {

	private static final Path API = Path.of("io/github/telegramnopool/api");

	@Test
	void writesEveryTypeUnionAndMethod() {
		Map<Path, String> files = Codegen.generate("vocabulary").files();
		// All but the file, which is written by hand
		assertThat(in(files, "model", "public static final class Builder")).hasSize(379);
		assertThat(in(files, "model", "public record")).hasSize(379 + 30);
		assertThat(in(files, "model", "public sealed interface")).hasSize(27 + 3);
		assertThat(in(files, "json", "extends ObjectCodec<")).hasSize(379 + 190);
		// All but the message that may be gone, whose codec is written by hand
		assertThat(
				Stream.concat(in(files, "json", "extends TaggedCodec<"), in(files, "json", "extends UntaggedCodec<")))
			.hasSize(27 + 3 - 1);
		assertThat(in(files, "method", "implements BotApiMethod<")).hasSize(190);
		assertThat(in(files, "event", "implements UpdateEvent")).hasSize(29);
	}

	@Test
	void saysWhatIsOfPartlyKnownVersion() {
		Map<Path, String> files = Codegen.generate("vocabulary").files();
		assertThat(files.get(API.resolve("method/SendWidget.java"))).contains(
				"Sends a widget: a small page that runs in the chat. Since Bot API 10.4, which was only partly known");
		assertThat(files.get(API.resolve("model/WidgetQueryType.java"))).contains("Since Bot API 10.4")
			.contains("@see <a href=\"https://core.telegram.org/bots/api#widgetquerytype\">");
		assertThat(files.get(API.resolve("model/Message.java")))
			.contains("@param widget widget, optional, since Bot API 10.4, of which only a part was known");
		assertThat(in(files, "model", "Since Bot API")).hasSize(7);
		assertThat(in(files, "method", "Since Bot API")).hasSize(5);
	}

	@Test
	void writesTheSameEachTime() {
		assertThat(Codegen.generate("vocabulary").files()).isEqualTo(Codegen.generate("vocabulary").files());
	}

	@Test
	void writesFacadesThatLeadToExecute() {
		Map<Path, String> files = Codegen.generate("facades").files();
		assertThat(files).hasSize(2);
		assertThat(files.get(Path.of("io/github/telegramnopool/client/BotApiOperations.java")))
			.contains("<R> Mono<R> execute(BotApiMethod<R> method);")
			.contains("default Mono<Message> sendMessage(SendMessage method) {")
			.contains("default Mono<User> getMe() {")
			.doesNotContain("editMessageText() {");
		assertThat(files.get(Path.of("io/github/telegramnopool/client/BlockingBotApiOperations.java")))
			.contains("<R> R execute(BotApiMethod<R> method);")
			.contains("default Boolean deleteMessage(DeleteMessage method) {");
	}

	@Test
	void rejectsUnknownOutput() {
		assertThatIllegalArgumentException().isThrownBy(() -> Codegen.generate("docs"))
			.withMessage("Unknown output 'docs': say 'vocabulary' or 'facades'");
	}

	private static Stream<Path> in(Map<Path, String> files, String folder, String text) {
		return files.entrySet()
			.stream()
			.filter((file) -> file.getKey().startsWith(API.resolve(folder)) && file.getValue().contains(text))
			.map(Map.Entry::getKey);
	}

}
