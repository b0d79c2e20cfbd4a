// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.Locale;

import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;

/**
 * Reads the parameters of a call from its query and its body.
 */
record CallReader(FileFolder folder, FileRules rules) {

	Mono<Parameters> read(Exchange exchange) {
		Parameters parameters = ParameterReader.fromQuery(exchange.rawQuery());
		String contentType = exchange.header(HttpHeaderNames.CONTENT_TYPE);
		if (isMultipart(contentType)) {
			return Mono.defer(() -> BodyReader.read(exchange,
					new MultipartBody(parameters, contentType, this.folder, this.rules.maxUpload()),
					this.rules.maxBody()));
		}
		return BodyReader.read(exchange).map((body) -> ParameterReader.addBody(parameters, contentType, body));
	}

	static boolean isMultipart(String contentType) {
		return contentType.toLowerCase(Locale.ROOT).contains("multipart/form-data");
	}

}
