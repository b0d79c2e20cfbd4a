// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ValueCheckTests {

	private static final ApiSchema SCHEMA = ApiSchema.load();

	@ParameterizedTest
	@CsvSource(delimiter = '#',
			value = { "Integer#5", "Int64#5000000000", "Float#1", "Float#1.5", "String#\"a\"", "True#true",
					"Array<Array<Integer>>#[[1],[]]", "Int64|String#\"@a\"", "RichText#\"a\"",
					"RichText#[\"a\",{\"type\":\"bold\",\"text\":[\"b\"]}]",
					"MaybeInaccessibleMessage#{\"chat\":{\"id\":1,\"type\":\"private\"},\"message_id\":1,\"date\":0}",
					"InputMessageContent#{\"message_text\":\"a\"}",
					"InlineQueryResult#{\"type\":\"photo\",\"id\":\"1\",\"photo_file_id\":\"x\"}",
					"InlineQueryResult#{\"type\":\"photo\",\"id\":\"1\",\"photo_url\":\"x\",\"thumbnail_url\":\"y\"}",
					"MessageEntity#{\"type\":\"bold\",\"offset\":0,\"length\":1}", "NotInTheSchema#{\"a\":1}" })
	void fittingValuesHaveNoProblem(String type, String json) {
		assertThat(check(type, json)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', value = { "Integer#5000000000#v must be Integer, but is number 5000000000",
			"Integer#\"5\"#v must be Integer, but is string \"5\"", "Int64#1.5#v must be Int64, but is number 1.5",
			"True#false#v must be True, but is boolean false",
			"Array<Integer>#[1,\"a\"]#v[1] must be Integer, but is string \"a\"",
			"MessageEntity#{\"type\":\"bold\",\"offset\":0}#v.length is required",
			"MessageEntity#{\"type\":\"bolt\",\"offset\":0,\"length\":1}#v.type has the unknown value \"bolt\"",
			"MessageEntity#{\"type\":\"bold\",\"offset\":0,\"length\":1,\"x\":1}#v.x is no field of MessageEntity",
			"MessageEntity#{\"type\":\"bold\",\"offset\":0,\"length\":null}#v.length must be Integer, but is null null",
			"ReactionType#{\"emoji\":\"a\"}#v.type is required",
			"ReactionType#{\"type\":\"smile\"}#v.type must be ReactionType, but is string \"smile\"",
			"InlineQueryResult#{\"type\":\"photo\",\"id\":\"1\"}#v.photo_file_id is required" })
	void nameTheProblemOfOthers(String type, String json, String problem) {
		assertThat(check(type, json)).containsExactly(problem);
	}

	@Test
	void attachmentMustBeAPartOfTheRequest() {
		ValueCheck check = new ValueCheck(SCHEMA, Set.of("file0"));
		String media = "{\"type\":\"photo\",\"media\":\"attach://%s\"}";
		SchemaType type = SchemaType.parse("InputMedia");
		assertThat(check.check(type, JsonMapper.shared().readTree(media.formatted("file0")), "v")).isEmpty();
		assertThat(check.check(type, JsonMapper.shared().readTree(media.formatted("file1")), "v")).containsExactly(
				new ValueCheck.Problem("v.media", "refers to the part 'file1', which the request does not have"));
		assertThat(check.referenced()).contains("file0");
	}

	@Test
	void unionOfWhichLittleIsKnownTakesAnything() {
		ApiSchema partial = SchemaReader.read(JsonMapper.shared().readTree("""
				{"unions":[{"name":"U","of":["A","B"],"discriminator":"type","values":{"a":"A"}}],
				"types":[{"name":"A","fields":[{"name":"type","type":"String","required":true}]}],"methods":[]}"""));
		ValueCheck check = new ValueCheck(partial, Set.of());
		SchemaType type = SchemaType.parse("U");
		assertThat(check.check(type, JsonMapper.shared().readTree("{\"type\":\"b\",\"x\":1}"), "v")).isEmpty();
		assertThat(check.check(type, JsonMapper.shared().readTree("{\"type\":\"a\",\"x\":1}"), "v")).hasSize(1);
	}

	private static List<String> check(String type, String json) {
		return new ValueCheck(SCHEMA, Set.of()).check(SchemaType.parse(type), JsonMapper.shared().readTree(json), "v")
			.stream()
			.map((problem) -> problem.where() + " " + problem.what())
			.toList();
	}

}
