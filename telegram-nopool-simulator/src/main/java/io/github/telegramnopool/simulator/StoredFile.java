// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file of a bot, as it came. Its bytes are on disk until the simulator is closed.
 *
 * @param id the {@code file_id}
 * @param path the {@code file_path} below {@code /file/bot<token>/}
 * @param part name of the part of the request that carried it; empty if none did
 * @param name name that it was uploaded under
 * @param contentType type that it was uploaded with
 * @param size number of bytes
 * @param location where it is on this machine
 * @since 0.1.0
 */
public record StoredFile(String id, String path, String part, String name, String contentType, long size,
		Path location) {

	/**
	 * All of the bytes.
	 * @return the bytes
	 */
	public byte[] bytes() {
		try {
			return Files.readAllBytes(this.location);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Checksum of the bytes, which are read little by little.
	 * @return the SHA-256 in lower-case hexadecimal digits
	 */
	public String sha256() {
		try (InputStream file = Files.newInputStream(this.location);
				DigestInputStream digest = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
			digest.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digest.getMessageDigest().digest());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The fields that all of Telegram's kinds of file share.
	 */
	ObjectNode toJson() {
		return Json.object().put("file_id", this.id).put("file_unique_id", "u" + this.id).put("file_size", this.size);
	}

}
