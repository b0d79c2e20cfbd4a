// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.netty.buffer.ByteBuf;

/**
 * Makes parameters of a multipart body: a part with a file name is a file and goes to
 * disk, any other is a parameter.
 */
final class MultipartBody implements BodySink<Parameters> {

	private static final int MAX_FILES = 50;

	/**
	 * {@code MAX_TOTAL_PARAMETERS_LENGTH}, which the official server compares with each
	 * part by itself.
	 */
	private static final int MAX_PARAMETER = 1024 * 1024;

	private static final String PARAMETERS = "application/x-www-form-urlencoded";

	private final Parameters parameters;

	private final FileFolder folder;

	private final long maxFile;

	private final MultipartReader reader;

	private boolean complete;

	MultipartBody(Parameters parameters, String contentType, FileFolder folder, long maxFile) {
		this.parameters = parameters;
		this.folder = folder;
		this.maxFile = maxFile;
		this.reader = new MultipartReader(contentType, this::open);
	}

	@Override
	public void take(ByteBuf piece) {
		this.reader.take(piece);
	}

	@Override
	public Parameters complete() {
		this.reader.complete();
		this.complete = true;
		return this.parameters;
	}

	@Override
	public void release() {
		this.reader.release();
		if (!this.complete) {
			this.parameters.discardFiles();
		}
	}

	private PartSink open(PartHead head) {
		String fileName = head.fileName();
		if (fileName == null) {
			return new Parameter(head);
		}
		if (this.parameters.files().size() >= MAX_FILES) {
			throw new ProtocolError(413);
		}
		String type = head.contentType().isEmpty() ? "application/octet-stream" : head.contentType();
		return new File(new UploadedFile(head.name(), fileName, type, this.folder.newFile()));
	}

	/**
	 * A parameter, in memory.
	 */
	private final class Parameter implements PartSink {

		private final ByteArrayOutputStream value = new ByteArrayOutputStream();

		private final PartHead head;

		Parameter(PartHead head) {
			this.head = head;
		}

		@Override
		public void take(ByteBuf piece, int count) {
			if (this.value.size() + count > MAX_PARAMETER) {
				throw new ProtocolError(413);
			}
			byte[] bytes = new byte[count];
			piece.getBytes(piece.readerIndex(), bytes);
			this.value.writeBytes(bytes);
		}

		@Override
		public void complete() {
			String text = this.value.toString(Json.CHARSET);
			if (this.head.contentType().startsWith(PARAMETERS)) {
				ParameterReader.addUrlEncoded(MultipartBody.this.parameters, text);
			}
			else {
				MultipartBody.this.parameters.add(this.head.name(), text);
			}
		}

		@Override
		public void release() {
		}

	}

	/**
	 * A file, on disk.
	 */
	private final class File implements PartSink {

		private final UploadedFile file;

		private final FileChannel channel;

		private long size;

		File(UploadedFile file) {
			this.file = file;
			try {
				Path path = file.path;
				this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void take(ByteBuf piece, int count) {
			this.size += count;
			if (this.size > MultipartBody.this.maxFile) {
				throw new ProtocolError(413);
			}
			try {
				int position = piece.readerIndex();
				for (int left = count; left > 0;) {
					int written = piece.getBytes(position, this.channel, left);
					position += written;
					left -= written;
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void complete() {
			close();
			MultipartBody.this.parameters.add(this.file);
		}

		@Override
		public void release() {
			close();
			this.file.discard();
		}

		private void close() {
			try {
				this.channel.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
