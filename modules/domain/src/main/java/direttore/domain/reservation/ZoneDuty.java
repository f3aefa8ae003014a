package direttore.domain.reservation;

import direttore.domain.reservation.recurrence.ZoneData;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps reservations when their clocks say, though governments change the rules of clocks. */
public record ZoneDuty(Anchors anchors, ZoneData data) {
  private static final int NAMED = 10;

  /** What could not be moved, in a sentence; empty where nothing is amiss. */
  public Optional<String> run() {
    var unmoved = anchors.follow(data).unmoved();
    if (unmoved.isEmpty()) {
      return Optional.empty();
    }
    var named =
        unmoved.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return Optional.of(
        "The rules of clocks have changed (%s), and what is booked keeps these from moving with them: %s%s"
            .formatted(data.version(), named, unmoved.size() > NAMED ? " and more" : ""));
  }
}
