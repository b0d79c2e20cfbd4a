// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.benchmarks.stage;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class ProgramTests {

	@Test
	void findsProgramsOfThisMachine() {
		assertThat(Program.find("sh")).isPresent();
		assertThat(Program.find("no-such-program")).isEmpty();
	}

	@Test
	void compilesTheMirror(@TempDir Path folder) throws Exception {
		assumeThat(Program.find("gcc")).isPresent();
		assertThat(Program.compile("mirror", folder)).matches(Files::isExecutable);
	}

	@Test
	void saysWhatIsMissingIfAProgramDoesNotCompile(@TempDir Path folder) {
		assumeThat(Program.find("gcc")).isPresent();
		assertThatExceptionOfType(NotHere.class).isThrownBy(() -> Program.compile("floor", folder, "-lno-such-library"))
			.withMessageContaining("libssl-dev");
	}

}
