package direttore.domain.reservation;

import direttore.domain.access.TeamName;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is in the way of a reservation.
 *
 * @param by whose claim it is; null for capacity, where it is many, and for a resource that is out
 *     of service
 * @param during when it is in the way
 * @param asked the window, margins included, for which it is
 * @param free how much is left at the fullest moment, for {@link Why#CAPACITY}; else null
 * @param request which of the claims asked for meets it, counted from 0
 */
public record Conflict(
    Resource.Ref resource,
    @Nullable By by,
    Window during,
    Window asked,
    Why why,
    @Nullable Left free,
    int request) {
  /** Whether it is kept from everybody then. */
  public boolean closed() {
    return by != null && by.kind() == ReservationKind.BLACKOUT;
  }

  /** In what way. */
  public enum Why {
    /** Somebody has the whole of it, or a share of what is asked for as a whole. */
    TAKEN,
    /** Too little of it is left. */
    CAPACITY,
    /** It is out of service. */
    OUT_OF_SERVICE
  }

  /** The reservation in the way. Who may read its title is for the API to decide. */
  public record By(
      long reservation,
      ReservationKind kind,
      String title,
      String requester,
      @Nullable UUID person,
      @Nullable TeamName team,
      boolean hidden) {}

  /** What is in the way, in a sentence that names nobody. */
  public static String why(List<Conflict> conflicts) {
    return conflicts.stream().map(Conflict::sentence).distinct().collect(Collectors.joining(", "));
  }

  /** In what way the first of them is in the way, in one word. */
  public static String code(List<Conflict> conflicts) {
    return conflicts.getFirst().code();
  }

  /** In what way it is in the way, in one word. */
  public String code() {
    return closed()
        ? ReservationKind.BLACKOUT.wire()
        : why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String sentence() {
    if (closed()) {
      return resource + " is closed";
    }
    return switch (why) {
      case TAKEN -> resource + " is taken";
      case CAPACITY ->
          resource.kind() == ResourceKind.ADDRESSES
              ? "too few addresses of %s are free".formatted(resource.name())
              : resource + " has too little left";
      case OUT_OF_SERVICE -> resource + " is out of service";
    };
  }
}
