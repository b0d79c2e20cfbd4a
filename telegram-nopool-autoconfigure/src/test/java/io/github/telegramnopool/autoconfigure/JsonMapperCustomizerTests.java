// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import io.github.telegramnopool.api.BotApiMethod;
import io.github.telegramnopool.api.InputFile;
import io.github.telegramnopool.api.event.UnknownUpdateEvent;
import io.github.telegramnopool.api.json.BotApiJson;
import io.github.telegramnopool.api.keyboard.InlineKeyboard;
import io.github.telegramnopool.api.method.GetChatMember;
import io.github.telegramnopool.api.method.SendDocument;
import io.github.telegramnopool.api.method.SendMessage;
import io.github.telegramnopool.api.model.ChatMemberLeft;
import io.github.telegramnopool.api.model.InlineKeyboardButton;
import io.github.telegramnopool.client.BlockingTelegramBotApi;
import io.github.telegramnopool.client.TelegramJsonMapperCustomizer;
import io.github.telegramnopool.client.error.ForbiddenException;
import io.github.telegramnopool.client.error.OutcomeUnknownException;
import io.github.telegramnopool.transport.LoopbackServer;
import io.github.telegramnopool.transport.LoopbackServer.Answer;
import io.github.telegramnopool.transport.LoopbackServer.Request;
import io.github.telegramnopool.transport.TransportFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TelegramJsonMapperCustomizer}.
 */
@Timeout(60)
class JsonMapperCustomizerTests {

	private static final String ME = "{\"id\":4242,\"is_bot\":true,\"first_name\":\"T\",\"username\":\"test_bot\"}";

	private static final String MESSAGE = "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}";

	private static final String LEFT = "{\"status\":\"left\",\"user\":" + ME + "}";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelegramAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("telegram.token=" + TransportFixtures.TOKEN);

	@Test
	void withoutOneTheSharedMapperIsUsed() {
		assertThat(BotJsonMapper.of(List.of()).get()).isSameAs(BotApiJson.mapper());
	}

	@Test
	void methodsOfOnesOwnAreWrittenAndReadAsItSaysByAllBots() {
		try (LoopbackServer server = LoopbackServer.answering(Answer.ok("{\"messageId\":0,\"message_id\":7}"))) {
			this.contextRunner
				.withPropertyValues("telegram.base-url=" + server.url(),
						"telegram.bots.sales.token=77777:" + TransportFixtures.SECRET)
				.withBean(TelegramJsonMapperCustomizer.class,
						() -> (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
				.run((context) -> {
					for (String bot : List.of("default", "sales")) {
						BlockingTelegramBotApi api = BeanFactoryAnnotationUtils
							.qualifiedBeanOfType(context.getBeanFactory(), BlockingTelegramBotApi.class, bot);
						assertThat(api.execute(new Wave(42)).messageId()).as(bot).isEqualTo(7);
					}
					assertThat(server.requests("wave")).hasSize(2)
						.allMatch((request) -> request.body().equals("{\"chat_id\":42}"));
				});
		}
	}

	@Test
	void areAppliedInOrder() {
		try (LoopbackServer server = LoopbackServer.answering(Answer.ok("{\"message-id\":7}"))) {
			this.contextRunner.withPropertyValues("telegram.base-url=" + server.url())
				.withUserConfiguration(TwoNamings.class)
				.run((context) -> {
					context.getBean(BlockingTelegramBotApi.class).execute(new Wave(42));
					assertThat(server.requests("wave").get(0).body()).isEqualTo("{\"chat-id\":42}");
				});
		}
	}

	@Test
	void everythingIsReadByIt() {
		try (LoopbackServer server = new LoopbackServer(JsonMapperCustomizerTests::withTrailingCommas)) {
			ApplicationContextRunner bot = this.contextRunner.withPropertyValues("telegram.base-url=" + server.url());
			bot.run((context) -> {
				BlockingTelegramBotApi api = context.getBean(BlockingTelegramBotApi.class);
				assertThatExceptionOfType(OutcomeUnknownException.class).as("by default").isThrownBy(api::getMe);
			});
			bot.withUserConfiguration(Ear.class)
				.withBean(TelegramJsonMapperCustomizer.class,
						() -> (builder) -> builder.enable(JsonReadFeature.ALLOW_TRAILING_COMMA))
				.run((context) -> {
					BlockingTelegramBotApi api = context.getBean(BlockingTelegramBotApi.class);
					assertThat(api.getMe().id()).isEqualTo(4242);
					assertThatExceptionOfType(ForbiddenException.class)
						.isThrownBy(() -> api.sendMessage(SendMessage.of(5, "x")));
					List<UnknownUpdateEvent> heard = context.getBean(Ear.class).heard;
					Awaitility.await().until(() -> heard.size() == 2);
					assertThat(heard).allMatch((event) -> event.json().at("/new_kind/a").asString().equals("b"));
				});
		}
	}

	@Test
	void everythingIsWrittenByIt() {
		try (LoopbackServer server = LoopbackServer.answering(Answer.ok(MESSAGE))) {
			this.contextRunner.withPropertyValues("telegram.base-url=" + server.url())
				.withBean(TelegramJsonMapperCustomizer.class,
						() -> (builder) -> builder.enable(JsonWriteFeature.ESCAPE_NON_ASCII))
				.run((context) -> {
					BlockingTelegramBotApi api = context.getBean(BlockingTelegramBotApi.class);
					api.sendMessage(SendMessage.of(5, "é"));
					assertThat(server.requests("sendMessage").get(0).body()).contains("\\u00E9");
					InputFile file = InputFile.of("x".getBytes(StandardCharsets.UTF_8), "x.txt");
					api.sendDocument(SendDocument.builder()
						.chatId(5)
						.document(file)
						.caption("é is text")
						.replyMarkup(InlineKeyboard.builder()
							.row(InlineKeyboardButton.builder().text("é is JSON").callbackData("x").build())
							.build())
						.build());
					assertThat(server.requests("sendDocument").get(0).body()).contains("\\u00E9 is JSON", "é is text");
				});
		}
	}

	@Test
	void theFormOfTheBotApiStays() {
		try (LoopbackServer server = new LoopbackServer(
				(request) -> Mono.just(Answer.ok(request.botMethod().equals("getChatMember") ? LEFT : MESSAGE)))) {
			this.contextRunner.withPropertyValues("telegram.base-url=" + server.url())
				.withBean(TelegramJsonMapperCustomizer.class, () -> JsonMapperCustomizerTests::changeAll)
				.run((context) -> {
					BlockingTelegramBotApi api = context.getBean(BlockingTelegramBotApi.class);
					assertThat(api.sendMessage(SendMessage.of(5, "Hi")).chat().id()).isEqualTo(5);
					assertThat(server.requests("sendMessage").get(0).body())
						.isEqualTo("{\"chat_id\":5,\"text\":\"Hi\"}");
					assertThat(api.getChatMember(GetChatMember.of(5, 4242))).isInstanceOf(ChatMemberLeft.class);
				});
		}
	}

	private static void changeAll(JsonMapper.Builder builder) {
		builder.enable(SerializationFeature.WRAP_ROOT_VALUE)
			.enable(DeserializationFeature.UNWRAP_ROOT_VALUE)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
			.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
					DefaultTyping.NON_FINAL)
			.addModule(new SimpleModule("mine").addSerializer(SendMessage.class, new Shout()));
	}

	private static Mono<Answer> withTrailingCommas(Request request) {
		String unknown = "{\"update_id\":%d,\"new_kind\":{\"a\":\"b\",},}";
		return switch (request.botMethod()) {
			case "getMe" -> Mono.just(Answer.ok(ME.replace("}", ",}")));
			case "getUpdates" -> {
				if (request.body().contains("\"offset\":8")) {
					// Not in one pass, for the second is no update at all
					yield Mono.just(Answer.ok("[" + unknown.formatted(8) + ",{\"update_id\":\"x\"}]"));
				}
				yield request.body().contains("\"offset\":9")
						? Mono.just(Answer.ok("[]")).delayElement(Duration.ofMillis(300))
						: Mono.just(Answer.ok("[" + unknown.formatted(7) + "]"));
			}
			default -> Mono.just(Answer.json(403, "{\"ok\":false,\"error_code\":403,\"description\":\"no\",}"));
		};
	}

	/**
	 * A method that this version does not know yet.
	 */
	record Wave(long chatId) implements BotApiMethod<Waved> {

		@Override
		public String methodName() {
			return "wave";
		}

		@Override
		public TypeReference<Waved> resultType() {
			return new TypeReference<>() {
			};
		}

	}

	record Waved(long messageId) {

	}

	static class Shout extends StdSerializer<SendMessage> {

		Shout() {
			super(SendMessage.class);
		}

		@Override
		public void serialize(SendMessage value, JsonGenerator out, SerializationContext context) {
			out.writeString("HEY");
		}

	}

	static class Ear {

		private final List<UnknownUpdateEvent> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(UnknownUpdateEvent event) {
			this.heard.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoNamings {

		@Bean
		@Order(2)
		TelegramJsonMapperCustomizer second() {
			return (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
		}

		@Bean
		@Order(1)
		TelegramJsonMapperCustomizer first() {
			return (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
		}

	}

}
