package io.github.telegramnopool.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A file to send: one that Telegram has already, or one that Telegram fetches itself.
 *
 * @since 0.1.0
 */
public final class InputFile {

	private final String reference;

	private InputFile(String reference) {
		this.reference = reference;
	}

	/**
	 * A file that Telegram has already.
	 * @param fileId the {@code file_id} that this bot received
	 * @return the file
	 */
	public static InputFile fileId(String fileId) {
		return of(fileId);
	}

	/**
	 * A file that Telegram fetches from the web.
	 * @param url its address, which has to be public
	 * @return the file
	 */
	public static InputFile url(String url) {
		if (!url.startsWith("http://") && !url.startsWith("https://")) {
			throw new IllegalArgumentException("'" + url + "' is no http or https URL: Telegram can't fetch it");
		}
		return of(url);
	}

	@JsonCreator
	static InputFile of(String reference) {
		if (reference.isBlank()) {
			throw new IllegalArgumentException("A file needs a file_id or a URL");
		}
		return new InputFile(reference);
	}

	@JsonValue
	String reference() {
		return this.reference;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof InputFile file && this.reference.equals(file.reference);
	}

	@Override
	public int hashCode() {
		return this.reference.hashCode();
	}

	@Override
	public String toString() {
		return this.reference;
	}

}
