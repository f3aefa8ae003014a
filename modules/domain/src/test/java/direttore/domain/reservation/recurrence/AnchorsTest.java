package direttore.domain.reservation.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** British Columbia stays on summer time since 2026: data of another age says otherwise. */
class AnchorsTest {
  private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");
  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  private static final ZoneData LATER =
      new ZoneData() {
        @Override
        public String version() {
          return "later";
        }

        @Override
        public ZoneRules rules(ZoneId zone) {
          return zone.equals(VANCOUVER) ? ZoneRules.of(ZoneOffset.ofHours(-7)) : zone.getRules();
        }
      };

  private static Anchored<String> anchored(String id, String start, String utc, String version) {
    var local = LocalDateTime.parse(start);
    var from = Instant.parse(utc);
    var meant = new LocalWindow(local, local.plusHours(2), VANCOUVER);
    return new Anchored<>(id, meant, from, from.plusSeconds(7200), version);
  }

  @Test
  void moveWhatTakesPlaceAtOtherInstantsNow() {
    var winter = anchored("winter", "2027-01-11T09:00", "2027-01-11T17:00:00Z", "before");
    var summer = anchored("summer", "2027-07-12T09:00", "2027-07-12T16:00:00Z", "before");
    var over = anchored("over", "2026-11-16T09:00", "2026-11-16T17:00:00Z", "before");
    var same = anchored("same", "2027-01-18T09:00", "2027-01-18T17:00:00Z", "later");

    var drifted = new Anchors(LATER).drifted(List.of(winter, summer, over, same), NOW);

    assertThat(drifted)
        .singleElement()
        .satisfies(d -> {
          assertThat(d.was()).isEqualTo(winter);
          assertThat(d.from()).isEqualTo("2027-01-11T16:00:00Z");
          assertThat(d.to()).isEqualTo("2027-01-11T18:00:00Z");
        });
  }

  @Test
  void knowTheReleaseOfTheJvm() {
    assertThat(ZoneData.ofJvm().version()).matches("20[0-9]{2}[a-z]+");
    assertThat(ZoneData.ofJvm().rules(VANCOUVER)).isEqualTo(VANCOUVER.getRules());
  }
}
