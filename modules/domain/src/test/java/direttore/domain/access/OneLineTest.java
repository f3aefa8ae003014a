package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void leavesPlainTextAlone() {
    assertThat(OneLine.of("Zoë \ud83d\ude00 has 2 VMs", 40))
        .isEqualTo("Zoë \ud83d\ude00 has 2 VMs");
    assertThat(OneLine.of("", 5)).isEmpty();
  }

  @Test
  void replacesWhateverEndsOrTurnsALine() {
    assertThat(OneLine.of("a\r\nb\tc\u2028d\u202ee\0f\u001b[2Jg\ud800", 40))
        .isEqualTo("a\ufffd\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffd[2Jg\ufffd");
  }

  @Test
  void cutsWhatIsTooLongBetweenCharacters() {
    assertThat(OneLine.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(OneLine.of("abcdefg", 6)).isEqualTo("abcde\u2026");
    assertThat(OneLine.of("\ud83d\ude00".repeat(10), 6))
        .isEqualTo("\ud83d\ude00\ud83d\ude00\u2026");
  }
}
