package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.app.settings.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeSettingsTest {
  @Test
  void theTableIsTheProgramsOwn() throws IOException {
    assertThat(Files.readString(Path.of("../../README.md"))).contains(SettingsTable.markdown());
  }
}
