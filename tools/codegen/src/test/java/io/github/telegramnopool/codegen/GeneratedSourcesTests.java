// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import com.palantir.javapoet.TypeSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedSourcesTests {

	@TempDir
	private Path folder;

	@Test
	void leavesUnchangedFileUntouched() throws IOException {
		sources("A").writeTo(this.folder);
		Path file = this.folder.resolve("a/b/A.java");
		FileTime before = FileTime.from(Instant.EPOCH);
		Files.setLastModifiedTime(file, before);
		sources("A").writeTo(this.folder);
		assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
	}

	@Test
	void deletesFileThatIsNoLongerGenerated() throws IOException {
		sources("A").writeTo(this.folder);
		sources("B").writeTo(this.folder);
		assertThat(this.folder.resolve("a/b/A.java")).doesNotExist();
		assertThat(this.folder.resolve("a/b/B.java")).content().contains("class B").contains("do not edit");
	}

	private static GeneratedSources sources(String name) {
		GeneratedSources sources = new GeneratedSources();
		sources.add("a.b", TypeSpec.classBuilder(name).build());
		return sources;
	}

}
