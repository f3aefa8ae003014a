package direttore.domain.reservation.life;

import direttore.domain.Refusal;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.RetryPlaces;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody orders again of a part repairs it, so that its reservation goes on with it. */
public final class PartRetries implements RetryPlaces {
  private final Lives lives;

  public PartRetries(Lives lives) {
    this.lives = lives;
  }

  @Override
  public @Nullable Membership place(Operation earlier, String by) {
    var before = earlier.membership();
    if (before == null || !PartKey.names(before)) {
      return null;
    }
    var reservation = lives.reservationOf(before.group());
    return reservation.isEmpty() ? null : repaired(reservation.get(), before, by);
  }

  private Membership repaired(long reservation, Membership before, String by) {
    var life = lives.find(reservation);
    var part = part(life, before);
    if (part.round() != before.round() || !life.repairable(part)) {
      throw new Refusal.WrongState(
          "the operation belongs to %s of reservation %d, which is %s now and wants no repair of it"
              .formatted(part.name(), reservation, part.state().wire()),
          null);
    }
    var again = part(lives.repair(reservation, Set.of(part.id()), by), before);
    return new PartKey(again.round(), 0).in(again.id());
  }

  private static Part part(Life life, Membership place) {
    return life.parts().stream()
        .filter(part -> part.id().equals(place.group()))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("part", place.group()));
  }
}
