package io.github.telegramnopool.simulator;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooLongFormFieldException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;

/**
 * Reads the parts of a multipart body while it arrives: one with a file name is a file
 * and goes to disk, any other is a parameter.
 */
final class MultipartBody implements BodySink<Parameters> {

	private static final int MAX_FILES = 50;

	private static final int MAX_PARTS = 1000;

	private static final int MAX_PARAMETERS = 1024 * 1024;

	private static final int MAX_PART_HEAD = 16 * 1024;

	/**
	 * How much of what was read already the decoder may keep.
	 */
	private static final int MAX_REST = 64 * 1024;

	private final Parameters parameters;

	private final FileFolder folder;

	private final MultipartFactory factory;

	private final HttpPostMultipartRequestDecoder decoder;

	private long size;

	private boolean complete;

	MultipartBody(Parameters parameters, String contentType, FileFolder folder, long maxFile) {
		this.parameters = parameters;
		this.folder = folder;
		HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
		request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
		this.factory = new MultipartFactory(folder.incoming(), maxFile, MAX_PARAMETERS);
		try {
			this.decoder = new HttpPostMultipartRequestDecoder(this.factory, request, StandardCharsets.UTF_8, MAX_PARTS,
					MAX_PART_HEAD);
		}
		catch (ErrorDataDecoderException ex) {
			throw new ProtocolError(400);
		}
		this.decoder.setDiscardThreshold(MAX_REST);
	}

	@Override
	public void take(ByteBuf piece) {
		offer(new DefaultHttpContent(piece));
	}

	@Override
	public Parameters complete() {
		offer(LastHttpContent.EMPTY_LAST_CONTENT);
		if (this.decoder.currentPartialHttpData() != null) {
			throw new ProtocolError(400);
		}
		this.complete = true;
		return this.parameters;
	}

	@Override
	public void release() {
		this.decoder.destroy();
		this.factory.cleanAllHttpData();
		if (!this.complete) {
			this.parameters.discardFiles();
		}
	}

	private void offer(HttpContent content) {
		try {
			this.decoder.offer(content);
			while (this.decoder.hasNext()) {
				add(this.decoder.next());
			}
		}
		catch (EndOfDataDecoderException ex) {
			// Thrown in place of "no more parts" once the last boundary was read
		}
		catch (TooManyFormFieldsException | TooLongFormFieldException ex) {
			throw new ProtocolError(413);
		}
		catch (ErrorDataDecoderException ex) {
			// Its cause is an IOException if a part is larger than it may be
			throw new ProtocolError((ex.getCause() instanceof IOException) ? 413 : 400);
		}
		catch (IOException ex) {
			throw new ProtocolError(400);
		}
	}

	private void add(InterfaceHttpData part) throws IOException {
		if (part instanceof FileUpload file) {
			if (this.parameters.files().size() >= MAX_FILES) {
				throw new ProtocolError(413);
			}
			this.parameters
				.add(new UploadedFile(file.getName(), file.getFilename(), file.getContentType(), keep(file)));
		}
		else if (part instanceof Attribute attribute) {
			this.size += attribute.length();
			if (this.size > MAX_PARAMETERS) {
				throw new ProtocolError(413);
			}
			this.parameters.add(attribute.getName(), attribute.getValue());
		}
	}

	/**
	 * Take a file away from the decoder, which would delete it in the end.
	 */
	private Path keep(FileUpload upload) throws IOException {
		Path path = this.folder.newFile();
		File file = upload.getFile();
		if (file != null && !upload.renameTo(path.toFile())) {
			throw new IOException("The file " + file + " cannot be renamed");
		}
		return path;
	}

}
