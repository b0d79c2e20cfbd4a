// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.compatibility.telegrambots;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * TelegramBots downloads from {@code api.telegram.org}, whatever URL its client is given.
 */
final class Downloads {

	private Downloads() {
	}

	/**
	 * An HTTP client that asks at another place.
	 */
	static OkHttpClient from(TelegramUrl telegram) {
		return new OkHttpClient.Builder().addInterceptor((chain) -> {
			Request request = chain.request();
			HttpUrl url = request.url()
				.newBuilder()
				.scheme(telegram.getSchema())
				.host(telegram.getHost())
				.port(telegram.getPort())
				.build();
			return chain.proceed(request.newBuilder().url(url).build());
		}).build();
	}

}
