// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.transport;

import org.springframework.core.io.InputStreamSource;

/**
 * A file of a {@link MultipartBody}.
 *
 * @param name the name of the part
 * @param filename the name of the file, in any characters
 * @param length the number of bytes, or -1 if it is not known
 * @param content opens the file, once for each try of a call
 * @since 0.1.0
 */
public record FilePart(String name, String filename, long length, InputStreamSource content) {

}
