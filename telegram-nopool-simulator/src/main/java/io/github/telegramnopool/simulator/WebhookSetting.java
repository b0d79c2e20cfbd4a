// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook was set to.
 *
 * @param text the URL as it came; empty for no webhook
 * @param certificate the certificate to trust, or {@code null} for those of the machine
 * @param maxConnections the most connections at a time
 * @param ipAddress the address to use in place of the one that the name has, or empty
 * @param secretToken what is sent along with each update, or empty
 */
record WebhookSetting(String text, byte @Nullable [] certificate, int maxConnections, String ipAddress,
		String secretToken) {

	static final WebhookSetting NONE = new WebhookSetting("", null, 0, "", "");

	private static final int MAX_CERTIFICATE = 3 * 1024 * 1024;

	private static final int MAX_SECRET = 256;

	static WebhookSetting of(String url, Parameters parameters, WebhookRules rules) {
		return url.isEmpty() ? NONE
				: new WebhookSetting(url, certificate(parameters),
						parameters.getInteger("max_connections", rules.defaultConnections(), 1, rules.maxConnections()),
						parameters.get("ip_address"), parameters.get("secret_token"));
	}

	boolean isSet() {
		return !this.text.isEmpty();
	}

	/**
	 * Whether setting this in place of another would change nothing.
	 */
	boolean isSame(WebhookSetting other) {
		return this.certificate == null && other.certificate == null && this.text.equals(other.text)
				&& this.maxConnections == other.maxConnections && this.ipAddress.equals(other.ipAddress)
				&& this.secretToken.equals(other.secretToken);
	}

	/**
	 * Check what can be checked without the network ({@code Client::do_set_webhook}).
	 * @return the URL
	 */
	WebhookUrl check(WebhookRules rules) {
		WebhookUrl url = WebhookUrl.parse(this.text);
		if (url == null) {
			throw ApiError.badRequest("invalid webhook URL specified");
		}
		if (this.secretToken.length() > MAX_SECRET) {
			throw ApiError.badRequest("secret token is too long");
		}
		if (!this.secretToken.matches("[A-Za-z0-9_-]*")) {
			throw ApiError.badRequest("secret token contains unallowed characters");
		}
		if (this.certificate != null && this.certificate.length > MAX_CERTIFICATE) {
			throw ApiError.badRequest("certificate size is too big (" + this.certificate.length + " bytes)");
		}
		return url;
	}

	/**
	 * The uploaded file, by the parameter's own name or by {@code attach://}.
	 */
	private static byte @Nullable [] certificate(Parameters parameters) {
		String value = parameters.get("certificate");
		String part = value.startsWith("attach://") ? value.substring("attach://".length()) : "certificate";
		UploadedFile file = parameters.getFile("certificate");
		file = (file != null) ? file : parameters.getFile(part);
		return (file != null) ? file.bytes() : null;
	}

}
