// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the media of a message from the files that a request carries or names.
 */
final class MediaContent {

	/**
	 * Pictures that a medium may have beside its own file.
	 */
	private static final List<String> PICTURES = List.of("thumbnail", "cover", "photo");

	private final CallValues call;

	private final ValueMaker maker;

	private final FileReference files;

	MediaContent(CallValues call, Chat chat) {
		this.call = call;
		this.maker = call.maker(chat);
		this.files = new FileReference(call.bot().files(), call.parameters());
	}

	/**
	 * Make the value of a message's field for media.
	 * @param given the request, or an {@code InputMedia} in it
	 * @param main the field of {@code given} that names the file
	 */
	JsonNode make(MediaKind kind, JsonNode given, String main) {
		StoredFile file = this.files.find(main, given.path(main).asString(""), kind.folder());
		SchemaType type = this.call.schema().contentType(kind.field());
		SchemaType element = (type instanceof SchemaType.ListOf list) ? list.element() : type;
		ObjectNode medium = (ObjectNode) this.maker.make(element, kind.field(), given);
		medium.setAll(file.toJson());
		Map<String, SchemaField> fields = this.call.schema().types.getOrDefault(element.toString(), Map.of());
		if (fields.containsKey("width") && !given.has("width")) {
			addSize(kind, medium, file);
		}
		if (fields.containsKey("file_name")) {
			medium.put("file_name", file.name());
		}
		if (fields.containsKey("mime_type")) {
			medium.put("mime_type", file.contentType());
		}
		fields.values()
			.stream()
			.filter((field) -> PICTURES.contains(field.name()) && isGiven(field.name(), given, main))
			.forEach((field) -> medium.set(field.name(), picture(field, given)));
		return (type instanceof SchemaType.ListOf) ? Json.array().add(medium) : medium;
	}

	/**
	 * Add the medium that an {@code InputMedia} describes, and its caption.
	 * @param message where to add it
	 */
	void addItem(ObjectNode message, JsonNode item) {
		MediaKind kind = kind(item);
		message.set(kind.field(), make(kind, item, "media"));
		TextContent.addCaption(message, item);
	}

	/**
	 * Make what {@code PaidMediaInfo} lists.
	 */
	ArrayNode paid(JsonNode items) {
		ArrayNode list = Json.array();
		items.forEach((item) -> {
			MediaKind kind = kind(item);
			list.addObject().put("type", kind.field()).set(kind.field(), make(kind, item, "media"));
		});
		return list;
	}

	private boolean isGiven(String name, JsonNode given, String main) {
		String value = given.path(name).asString("");
		return !name.equals(main) && (main.equals("media") ? !value.isEmpty() : this.files.isGiven(name, value));
	}

	private JsonNode picture(SchemaField field, JsonNode given) {
		String name = field.name();
		StoredFile file = this.files.find(name, given.path(name).asString(""), "thumbnails");
		ObjectNode picture = (ObjectNode) this.maker.make(SchemaType.parse("PhotoSize"), name, null);
		picture.setAll(file.toJson());
		ImageSize.of(file).addTo(picture);
		return (field.type() instanceof SchemaType.ListOf) ? Json.array().add(picture) : picture;
	}

	private static void addSize(MediaKind kind, ObjectNode medium, StoredFile file) {
		ImageSize size = ImageSize.of(file);
		if (kind == MediaKind.PHOTO) {
			size.checkPhoto();
		}
		size.addTo(medium);
	}

	private static MediaKind kind(JsonNode item) {
		MediaKind kind = MediaKind.of(item.path("type").asString(""));
		if (kind == null) {
			throw ApiError
				.badRequest("can't parse InputMedia: type \"" + item.path("type").asString("") + "\" is unsupported");
		}
		return kind;
	}

}
