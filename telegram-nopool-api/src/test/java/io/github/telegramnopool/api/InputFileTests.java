package io.github.telegramnopool.api;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InputFileTests {

	@Test
	void isFileOfTelegramOrOfTheWeb() {
		assertThat(InputFile.fileId("AgAC")).hasToString("AgAC").isEqualTo(InputFile.fileId("AgAC"));
		assertThat(InputFile.url("https://example.org/a.png")).hasToString("https://example.org/a.png");
	}

	@Test
	void rejectsWhatTelegramCannotFetch() {
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.url("/tmp/a.png"))
			.withMessage("'/tmp/a.png' is no http or https URL: Telegram can't fetch it");
	}

	@Test
	void rejectsBlank() {
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.fileId(" "))
			.withMessage("A file needs a file_id or a URL");
	}

}
