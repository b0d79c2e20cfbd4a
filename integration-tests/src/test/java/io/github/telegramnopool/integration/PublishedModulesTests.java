// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.integration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is published is complete: the bill of materials names every module, and the poms
 * have what repositories ask for.
 */
class PublishedModulesTests {

	private static final Path ROOT = Path.of("..");

	private static final String BOM = "telegram-nopool-bom";

	private static final Pattern REGISTRY = Pattern
		.compile("(?i)<(repositories|pluginRepositories|distributionManagement)>");

	@Test
	void theBillOfMaterialsNamesEveryPublishedJar() {
		assertThat(values(pom(BOM), "/project/dependencyManagement/dependencies/dependency/artifactId"))
			.containsExactlyInAnyOrderElementsOf(published().filter((module) -> !module.equals(BOM)).toList());
	}

	@Test
	void theBillOfMaterialsHasTheVersionOfTheRest() {
		Document bom = pom(BOM);
		assertThat(values(bom, "/project/version")).isEqualTo(values(pom("."), "/project/version"));
		assertThat(values(bom, "/project/dependencyManagement/dependencies/dependency/version"))
			.containsOnly("${project.version}");
		assertThat(values(bom, "/project/parent")).isEmpty();
	}

	@Test
	void whatIsPublishedTellsWhatItIs() {
		assertThat(published()).hasSizeGreaterThan(4).allSatisfy((module) -> {
			assertThat(values(pom(module), "/project/name")).isNotEmpty();
			assertThat(values(pom(module), "/project/description")).isNotEmpty();
		});
		for (String whole : List.of(".", BOM)) {
			for (String element : List.of("url", "licenses/license/url", "developers/developer/name", "scm/connection",
					"scm/url")) {
				assertThat(values(pom(whole), "/project/" + element)).as("%s: %s", whole, element).isNotEmpty();
			}
		}
	}

	@Test
	void noPomNamesARepository() {
		assertThat(Stream.concat(Stream.of("."), modules()))
			.allSatisfy((module) -> assertThat(file(module)).content().doesNotContainPattern(REGISTRY));
	}

	/**
	 * The modules that do not say that they are not.
	 */
	private static Stream<String> published() {
		return modules()
			.filter((module) -> !values(pom(module), "/project/properties/maven.deploy.skip").contains("true"));
	}

	private static Stream<String> modules() {
		return values(pom("."), "/project/modules/module").stream();
	}

	private static Path file(String module) {
		Path file = ROOT.resolve(module).resolve("pom.xml");
		assertThat(Files.isRegularFile(file)).as(module).isTrue();
		return file;
	}

	private static Document pom(String module) {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file(module).toFile());
		}
		catch (Exception ex) {
			throw new IllegalStateException(module, ex);
		}
	}

	private static List<String> values(Document pom, String path) {
		try {
			NodeList nodes = (NodeList) XPathFactory.newInstance()
				.newXPath()
				.evaluate(path, pom, XPathConstants.NODESET);
			return IntStream.range(0, nodes.getLength())
				.mapToObj((index) -> nodes.item(index).getTextContent().strip())
				.toList();
		}
		catch (Exception ex) {
			throw new IllegalStateException(path, ex);
		}
	}

}
