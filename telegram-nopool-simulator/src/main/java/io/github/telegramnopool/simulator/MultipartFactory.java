package io.github.telegramnopool.simulator;

import java.nio.file.Path;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;

/**
 * Keeps a request's files on disk and its parameters in memory.
 */
final class MultipartFactory extends DefaultHttpDataFactory {

	private final DefaultHttpDataFactory parameters = new DefaultHttpDataFactory(false);

	MultipartFactory(Path folder, long maxFile, long maxParameter) {
		super(true);
		setBaseDir(folder.toString());
		setMaxLimit(maxFile);
		this.parameters.setMaxLimit(maxParameter);
	}

	@Override
	public Attribute createAttribute(HttpRequest request, String name) {
		return this.parameters.createAttribute(request, name);
	}

	@Override
	public Attribute createAttribute(HttpRequest request, String name, long definedSize) {
		return this.parameters.createAttribute(request, name, definedSize);
	}

	@Override
	public void cleanAllHttpData() {
		super.cleanAllHttpData();
		this.parameters.cleanAllHttpData();
	}

}
