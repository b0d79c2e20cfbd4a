// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Map;
import java.util.Set;

/**
 * Shows the files of a bot to a page that does not know its token.
 */
final class ControlFiles {

	/**
	 * What a browser may show. Anything else could be a program that speaks for the page.
	 */
	private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

	private ControlFiles() {
	}

	static Reply show(ControlCall call) {
		StoredFile file = call.bot().files().find(call.path().get(1));
		if (file == null) {
			throw new ApiError(404, "Not Found: bot " + call.bot().id() + " has no file " + call.path().get(1));
		}
		boolean shown = PICTURES.contains(file.contentType());
		return new Reply(200,
				Map.of("Content-Type", shown ? file.contentType() : "application/octet-stream",
						"X-Content-Type-Options", "nosniff", "Content-Disposition", shown ? "inline" : "attachment"),
				file.bytes());
	}

}
