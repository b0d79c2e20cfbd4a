package io.github.telegramnopool.api;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes which file is meant. One that is sent from here is added to the request's
 * {@link AttachedFiles}, if the writer has some.
 */
final class InputFileSerializer extends StdSerializer<InputFile> {

	InputFileSerializer() {
		super(InputFile.class);
	}

	@Override
	public void serialize(InputFile file, JsonGenerator json, SerializationContext context) {
		boolean attached = file.isUploaded() && context.getAttribute(AttachedFiles.class) instanceof AttachedFiles;
		json.writeString(
				attached ? ((AttachedFiles) context.getAttribute(AttachedFiles.class)).attach(file) : file.reference());
	}

}
