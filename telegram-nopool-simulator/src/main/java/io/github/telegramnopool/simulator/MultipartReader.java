package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;

/**
 * Reads the parts of a multipart body: one with a file name is a file, any other a
 * parameter.
 */
final class MultipartReader {

	private static final int MAX_FILES = 50;

	private MultipartReader() {
	}

	static void read(Parameters parameters, String contentType, byte[] body) {
		FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
				Unpooled.wrappedBuffer(body));
		request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
		HttpPostMultipartRequestDecoder decoder = open(request);
		try {
			for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
				add(parameters, part);
			}
		}
		catch (ErrorDataDecoderException | IOException ex) {
			throw new ProtocolError(400);
		}
		finally {
			decoder.destroy();
		}
	}

	private static HttpPostMultipartRequestDecoder open(FullHttpRequest request) {
		try {
			return new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request,
					StandardCharsets.UTF_8);
		}
		catch (ErrorDataDecoderException ex) {
			throw new ProtocolError(400);
		}
	}

	private static void add(Parameters parameters, InterfaceHttpData part) throws IOException {
		if (part instanceof FileUpload file) {
			if (parameters.files().size() >= MAX_FILES) {
				throw new ProtocolError(413);
			}
			parameters.add(file.getName(), new UploadedFile(file.getFilename(), file.getContentType(), file.get()));
		}
		else if (part instanceof Attribute attribute) {
			parameters.add(attribute.getName(), attribute.getValue());
		}
	}

}
