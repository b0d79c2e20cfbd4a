package io.github.telegramnopool.autoconfigure;

/**
 * A property that can't be used. The message never repeats a secret.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class InvalidTelegramPropertyException extends RuntimeException {

	private final String property;

	private final String reason;

	private final String action;

	InvalidTelegramPropertyException(String property, String reason, String action) {
		super("The property '%s' can't be used: %s. %s".formatted(property, reason, action));
		this.property = property;
		this.reason = reason;
		this.action = action;
	}

	/**
	 * Property.
	 * @return the name of the property
	 */
	public String property() {
		return this.property;
	}

	String reason() {
		return this.reason;
	}

	String action() {
		return this.action;
	}

}
