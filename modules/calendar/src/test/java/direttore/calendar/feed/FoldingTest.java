package direttore.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void keepsLinesToSeventyFiveOctets() {
    assertThat(Folding.of(List.of("X:" + "a".repeat(73))))
        .isEqualTo("X:" + "a".repeat(73) + "\r\n");
    assertThat(Folding.of(List.of("X:" + "a".repeat(74))))
        .isEqualTo("X:" + "a".repeat(73) + "\r\n a\r\n");
  }

  @Test
  void tearsNoCharacterApart() {
    var line = "SUMMARY:" + "è𝄞日".repeat(40);

    var folded = Folding.of(List.of(line));

    assertThat(folded.split("\r\n"))
        .allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75)
        .noneMatch(l -> l.contains("\ufffd"));
    assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
  }
}
