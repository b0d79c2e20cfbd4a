// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of file that a message can have as its content.
 */
enum MediaKind {

	ANIMATION("animations"), AUDIO("music"), DOCUMENT("documents"), LIVE_PHOTO("live_photos"), PHOTO("photos"),
	STICKER("stickers"), VIDEO("videos"), VIDEO_NOTE("video_notes"), VOICE("voice");

	private final String folder;

	MediaKind(String folder) {
		this.folder = folder;
	}

	/**
	 * Folder that the paths of its files begin with.
	 */
	String folder() {
		return this.folder;
	}

	/**
	 * Field of a message, and parameter of the method that sends it.
	 */
	String field() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Find a kind by its field, or by the {@code type} of an {@code InputMedia}.
	 */
	static @Nullable MediaKind of(String field) {
		for (MediaKind kind : values()) {
			if (kind.field().equals(field)) {
				return kind;
			}
		}
		return field.equals("voice_note") ? VOICE : null;
	}

}
