package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks guests that run whether they are ready. */
@FunctionalInterface
public interface Signs {
  /** What the part's guest answers, empty as long as it has not; must not take long. */
  Optional<Answer> ask(Part part, GuestRef guest);

  /**
   * What a guest answered.
   *
   * @param lack what it still lacks, or null where it is ready
   */
  record Answer(@Nullable Lack lack) {}
}
