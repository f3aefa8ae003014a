package direttore.api;

import direttore.domain.reservation.AtRisk;
import direttore.domain.reservation.Marks;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of reservations in memory beside what they are. */
public final class FakeMarks implements Marks {
  private final FakeReservations reservations;
  private final Map<Long, Duration> late = new ConcurrentHashMap<>();

  FakeMarks(FakeReservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public Map<Long, Mark> of(Collection<Long> ids) {
    return reservations
        .known(ids)
        .collect(
            Collectors.toMap(
                Reservation::id,
                each -> new Mark(null, null, checkInBy(each), late.get(each.id()), atRisk(each))));
  }

  /** Has one begun so long after its start. */
  public void begunLate(long id, Duration by) {
    late.put(id, by);
  }

  private static @Nullable Instant checkInBy(Reservation each) {
    return Bell.of(each.window(), each.margins(), each.checkIn(), List.of()).stream()
        .filter(bell -> bell.what() == BellKind.CHECK_IN_BY && each.phase().open())
        .map(Bell::due)
        .findFirst()
        .orElse(null);
  }

  private List<AtRisk> atRisk(Reservation each) {
    var claimed = each.claims().stream().map(claim -> claim.resource().id()).toList();
    return reservations.resources.all(Set.of()).stream()
        .filter(resource -> claimed.contains(resource.id()))
        .flatMap(resource ->
            Stream.ofNullable(resource.outOfService())
                .map(why -> new AtRisk(resource.ref(), why, resource.expectedBack())))
        .toList();
  }
}
