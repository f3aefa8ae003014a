package direttore.domain.reservation;

import java.util.List;

/**
 * What became of something that repeats.
 *
 * @param booked in turn
 * @param skipped what could not be booked, with what is in the way
 */
public record SeriesBooked(Series series, List<Reservation> booked, List<Left> skipped) {
  /** An occurrence that could not be booked. */
  public record Left(Occurrence occurrence, List<Conflict> conflicts) {
    public Left {
      conflicts = List.copyOf(conflicts);
    }
  }

  public SeriesBooked {
    booked = List.copyOf(booked);
    skipped = List.copyOf(skipped);
  }
}
