package direttore.domain.operation;

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
}
