// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import tools.jackson.databind.node.ObjectNode;

/**
 * Width and height of a picture, as its header tells; the pixels stay undecoded.
 */
record ImageSize(int width, int height) {

	/**
	 * For what is no picture that Java can read.
	 */
	private static final ImageSize UNKNOWN = new ImageSize(1, 1);

	static ImageSize of(StoredFile file) {
		try (ImageInputStream content = ImageIO.createImageInputStream(file.location().toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
			return readers.hasNext() ? read(readers.next(), content) : UNKNOWN;
		}
		catch (IOException ex) {
			return UNKNOWN;
		}
	}

	/**
	 * Refuse what Telegram takes for no photo.
	 */
	void checkPhoto() {
		boolean tooLarge = this.width + this.height > 10_000;
		boolean tooNarrow = this.width > 20 * this.height || this.height > 20 * this.width;
		if (tooLarge || tooNarrow) {
			throw ApiError.badRequest("PHOTO_INVALID_DIMENSIONS");
		}
	}

	ObjectNode addTo(ObjectNode picture) {
		return picture.put("width", this.width).put("height", this.height);
	}

	private static ImageSize read(ImageReader reader, ImageInputStream content) throws IOException {
		try {
			reader.setInput(content, true, true);
			return new ImageSize(reader.getWidth(0), reader.getHeight(0));
		}
		finally {
			reader.dispose();
		}
	}

}
