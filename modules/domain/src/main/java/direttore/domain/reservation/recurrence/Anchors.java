package direttore.domain.reservation.recurrence;

import java.time.Instant;
import java.util.List;

/** Finds what takes place at other instants since the zone data has changed. */
public record Anchors(ZoneData data) {
  /** Something that is to be moved to the new instants. */
  public record Drifted<T>(Anchored<T> was, Instant from, Instant to) {}

  /**
   * Of what was computed with another release and is still to begin, what takes place at other
   * instants by this one. What a change of clocks leaves nothing of is not moved.
   */
  public <T> List<Drifted<T>> drifted(List<Anchored<T>> anchored, Instant now) {
    return anchored.stream()
        .filter(a -> !a.version().equals(data.version()) && a.from().isAfter(now))
        .map(this::computed)
        .filter(d -> !d.from().equals(d.was().from()) || !d.to().equals(d.was().to()))
        .filter(d -> d.from().isBefore(d.to()))
        .toList();
  }

  private <T> Drifted<T> computed(Anchored<T> was) {
    var rules = data.rules(was.meant().zone());
    return new Drifted<>(was, was.meant().startsAt(rules), was.meant().endsAt(rules));
  }
}
