// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a bot, and a program that uses the control API, over real connections.
 */
final class BotCalls {

	static final String SECRET = "abcdefghijklmnopqrstuvwxyz0123456";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final TelegramSimulator simulator;

	private final String token;

	BotCalls(TelegramSimulator simulator, long id) {
		this.simulator = simulator;
		this.token = id + ":" + SECRET;
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	HttpResponse<String> get(String path) {
		return await(send(request(path).build()));
	}

	HttpResponse<String> post(String path, String contentType, String body) {
		return await(send(request(path).header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build()));
	}

	HttpResponse<String> send(String verb, String path, String body) {
		return await(send(request(path).method(verb, HttpRequest.BodyPublishers.ofString(body)).build()));
	}

	HttpResponse<String> send(String verb, String path) {
		return await(send(request(path).method(verb, HttpRequest.BodyPublishers.noBody()).build()));
	}

	String path(String call) {
		return "/bot" + this.token + "/" + call;
	}

	HttpResponse<String> call(String methodAndQuery) {
		return get(path(methodAndQuery));
	}

	CompletableFuture<HttpResponse<String>> begin(String methodAndQuery) {
		return send(request(path(methodAndQuery)).build());
	}

	JsonNode result(String methodAndQuery) {
		return json(call(methodAndQuery)).get("result");
	}

	JsonNode control(String path) {
		return json(get("/_sim/" + path));
	}

	JsonNode control(String path, String body) {
		return json(post("/_sim/" + path, "application/json", body));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.simulator.url() + path));
	}

	private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

	private static HttpResponse<String> await(CompletableFuture<HttpResponse<String>> response) {
		try {
			return response.join();
		}
		catch (CompletionException ex) {
			throw new UncheckedIOException((ex.getCause() instanceof IOException io) ? io : new IOException(ex));
		}
	}

}
