package io.github.telegramnopool.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if there is a bot by default, beside those that are named under
 * {@code telegram.bots} or without any.
 */
final class OnDefaultBotCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		NamedBots bots = NamedBots.of(context.getEnvironment());
		ConditionMessage.Builder message = ConditionMessage.forCondition("Default Telegram bot");
		return bots.hasDefault()
				? ConditionOutcome.match(message.because("it is the only one, has a token or is named"))
				: ConditionOutcome.noMatch(message.because("telegram.bots names others, and neither telegram.token "
						+ "nor telegram.bots.default is set"));
	}

}
