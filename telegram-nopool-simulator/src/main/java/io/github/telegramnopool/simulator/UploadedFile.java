package io.github.telegramnopool.simulator;

/**
 * A file of a multipart request.
 */
record UploadedFile(String name, String contentType, byte[] content) {

}
