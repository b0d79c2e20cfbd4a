// SPDX-License-Identifier: Apache-2.0
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
		boolean match = bots.hasDefault();
		String reason = match ? reasonFor(bots) : reasonAgainst(bots);
		return new ConditionOutcome(match, ConditionMessage.forCondition("Default Telegram bot").because(reason));
	}

	private static String reasonFor(NamedBots bots) {
		if (bots.isEmpty()) {
			return "is the only one, as 'telegram.bots' names no other";
		}
		return bots.names(NamedBots.DEFAULT) ? "is named by 'telegram.bots.default'"
				: "has a token of its own in 'telegram.token'";
	}

	private static String reasonAgainst(NamedBots bots) {
		return bots.names(NamedBots.DEFAULT) ? "is switched off by 'telegram.bots.default.enabled'"
				: "is not there, as 'telegram.bots' names others, and neither 'telegram.token' nor "
						+ "'telegram.bots.default' is set";
	}

}
