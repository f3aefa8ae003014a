package direttore.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.start.StartRefusal.WrongSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DotEnvTest {
  @Test
  void readsNamesAndValuesAsShellsWriteThem() {
    var lines =
        List.of(
            "# a comment",
            "",
            "API_PORT=8000",
            "export DATA_DIR = ./x # why",
            "A='one # two'",
            "B=\"say \\\"hi\\\"\\n\" # end",
            "C=a#b",
            "D=");

    var found = DotEnv.parse(lines);

    assertThat(found)
        .containsEntry("API_PORT", "8000")
        .containsEntry("DATA_DIR", "./x")
        .containsEntry("A", "one # two")
        .containsEntry("B", "say \"hi\"\n")
        .containsEntry("C", "a#b")
        .containsEntry("D", "");
  }

  @Test
  void namesTheLineThatIsNoSetting() {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> DotEnv.parse(List.of("API_PORT=1", "what is this")))
        .withMessage("Line 2 of .env must have the form NAME=value.");
  }

  @Test
  void namesTheLineWhoseQuoteIsOpen() {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> DotEnv.parse(List.of("API_PORT=\"1")))
        .withMessage("Line 1 of .env has a quote that is not closed.");
  }
}
