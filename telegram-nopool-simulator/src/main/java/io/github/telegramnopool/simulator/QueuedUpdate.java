package io.github.telegramnopool.simulator;

/**
 * An update that waits to be confirmed.
 *
 * @param id the {@code update_id}
 * @param kind name of the field that it fills
 * @param json value of that field
 * @param expiresAt when it is forgotten, in milliseconds since the epoch
 */
record QueuedUpdate(int id, String kind, String json, long expiresAt) {

	/**
	 * The update as {@code JsonUpdate} renders it, line break included.
	 */
	String render() {
		return "{\"update_id\":" + this.id + ",\n\"" + this.kind + "\":" + this.json + "}";
	}

	int size() {
		return this.json.length();
	}

}
