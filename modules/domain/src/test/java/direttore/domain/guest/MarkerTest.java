package direttore.domain.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarkerTest {
  private final Marker marker = new Marker(UUID.randomUUID());

  @Test
  void isTakenOutOfWhatPeopleWrote() {
    assertThat(Marker.without(marker.in("a note\n\nof two parts")))
        .isEqualTo("a note\n\nof two parts");
    assertThat(Marker.without(marker.in("") + "\n")).isEmpty();
    assertThat(Marker.without("a note\n")).isEqualTo("a note\n");
  }

  @Test
  void isShortAndOutOfSightInMarkdown() {
    assertThat(marker.line()).matches("<!-- direttore:[A-Za-z0-9_-]{22} -->");
  }

  @Test
  void isRecognisedAsTheFirstVersionsWroteIt() {
    var old = "a note\n\ndirettore:operation=" + marker.operation() + "\n";

    assertThat(marker.marks(old)).isTrue();
    assertThat(Marker.anyIn(old)).isTrue();
    assertThat(Marker.without(old)).isEqualTo("a note");
    assertThat(new Marker(UUID.randomUUID()).marks(old)).isFalse();
  }

  @Test
  void isItsOwnOnly() {
    assertThat(marker.marks(marker.in("a note"))).isTrue();
    assertThat(marker.marks(new Marker(UUID.randomUUID()).in("a note"))).isFalse();
    assertThat(Marker.anyIn("See direttore:8000 and <!-- a comment of ours -->.")).isFalse();
  }

  @Test
  void leavesWhatPeopleWroteBesideIt() {
    assertThat(Marker.without("first\n" + marker.line() + " and this\n\nlast"))
        .isEqualTo("first\n and this\n\nlast");
    assertThat(Marker.without("<!-- ours -->\n\n" + marker.line())).isEqualTo("<!-- ours -->");
  }
}
