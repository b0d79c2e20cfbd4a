// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.dispatch;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.telegramnopool.api.model.BotCommand;

/**
 * The commands that listeners describe, as Telegram shows them to users: in the order of
 * the listeners ({@code @Order}), then by name.
 */
final class CommandMenu {

	private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");

	private static final int MAX_DESCRIPTION = 256;

	private static final int MAX_COMMANDS = 100;

	private final Map<String, UpdateListener> describedBy = new LinkedHashMap<>();

	private CommandMenu() {
	}

	static List<BotCommand> of(List<UpdateListener> listeners) {
		CommandMenu menu = new CommandMenu();
		listeners.stream()
			.filter((listener) -> !listener.commandDescription().isEmpty())
			.sorted(Comparator.comparingInt(UpdateListener::getOrder))
			.forEach(menu::add);
		return menu.commands();
	}

	private void add(UpdateListener listener) {
		if (listener.commands().isEmpty()) {
			throw refused("The @OnCommand method %s describes no command, since it listens for all".formatted(listener),
					"Name the command, or remove the description.");
		}
		String description = listener.commandDescription();
		if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
			throw refused("The description of the @OnCommand method %s has %d characters".formatted(listener,
					description.isBlank() ? 0 : description.length()), "Telegram takes 1 to 256.");
		}
		listener.commands().stream().sorted().forEach((command) -> add(command, listener));
	}

	private void add(String command, UpdateListener listener) {
		if (!NAME.matcher(command).matches()) {
			throw refused(
					"The command '%s' of the @OnCommand method %s can't be published".formatted(command, listener),
					"Telegram takes 1 to 32 of the characters a-z, 0-9 and _. Rename it, or remove the description.");
		}
		UpdateListener other = this.describedBy.putIfAbsent(command, listener);
		if (other != null && !other.commandDescription().equals(listener.commandDescription())) {
			throw refused("The command '%s' is described by both %s and %s".formatted(command, other, listener),
					"Remove one of the descriptions, or make them equal.");
		}
	}

	private List<BotCommand> commands() {
		if (this.describedBy.size() > MAX_COMMANDS) {
			throw refused("There are %d commands with a description".formatted(this.describedBy.size()),
					"Telegram takes up to 100. Remove the description of some.");
		}
		return this.describedBy.entrySet()
			.stream()
			.sorted(Comparator.<Map.Entry<String, UpdateListener>>comparingInt((entry) -> entry.getValue().getOrder())
				.thenComparing(Map.Entry::getKey))
			.map((entry) -> BotCommand.of(entry.getKey(), entry.getValue().commandDescription()))
			.toList();
	}

	private static UnsupportedListenerException refused(String message, String action) {
		return new UnsupportedListenerException(message,
				action + " Or set telegram.commands.publish=false to publish none.");
	}

}
