package direttore.domain.reservation;

import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where reservations live, and where it is decided who gets what. What was answered lasts, whatever
 * happens to the database in the next moment. Whatever is refused for what others have is refused
 * with {@code ReservationConflict}, which names what is in the way and what is free instead; a
 * claim of something that is not there with {@code Unknown}, of the field {@code claims[i]}; a
 * version that is not the present one with {@code Stale}.
 */
public interface Reservations {
  /** The same in the name of somebody, so that others can be told who changed what. */
  default Reservations by(String name) {
    return this;
  }

  /**
   * The same for somebody whom the rules bind: what breaks them is refused with {@code RuleBroken},
   * and what they ask an approval for is {@link Phase#REQUESTED}. A change that has to be approved
   * is answered with another reservation, which {@link Reservation#replaces} the one that stays.
   */
  Reservations ruled(Actor actor);

  /** The same for what is offered instead only as whoever asks again would be understood. */
  default Reservations askedAgain(AskedAgain again) {
    return this;
  }

  /**
   * Books all of it or nothing; answers the reservation that the same idempotency key made before.
   * Refuses with {@code KeyReused} for a key that came with another request.
   */
  Reservation book(NewReservation wanted, Submitter by);

  /** What would be booked; nothing is. */
  List<Slot.Choice> check(NewReservation wanted);

  /** Books what repeats, in one decision; each occurrence is as the template, at its own times. */
  SeriesBooked bookSeries(NewReservation template, NewSeries series, Submitter by);

  /** What would be in the way of each occurrence; empty lists where nothing would. */
  List<SeriesBooked.Left> checkSeries(NewReservation template, NewSeries series);

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Reservation find(long id);

  /** The reservation that the submitter's idempotency key made before; empty without a key. */
  Optional<Reservation> earlier(Submitter by);

  /** By their start. */
  ReservationPage page(ReservationFilter filter);

  /** Those of a series that are not over, by their start. */
  List<Reservation> ofSeries(long series);

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Series series(long id);

  /**
   * Changes all that is asked, or nothing. Refuses with {@code WrongState} what is over, and with
   * {@code Stale} another version.
   *
   * @param version the one that the change was made from, or null for whichever is there
   */
  Reservation change(long id, ReservationChange change, @Nullable Integer version);

  /** What a change would make of it; nothing is changed. */
  Reservation check(long id, ReservationChange change);

  /**
   * Calls it off, and others with it: what has not begun holds nothing any more, what is under way
   * ends now. Nothing for what is over.
   *
   * @param version of the first; null for whichever is there
   */
  Reservation cancel(
      long id, Collection<Long> others, @Nullable Integer version, @Nullable String reason);

  /** Calls it off alone. */
  default Reservation cancel(long id, @Nullable Integer version, @Nullable String reason) {
    return cancel(id, List.of(), version, reason);
  }

  /**
   * Ends what is under way now, so that others can have the rest of it. Refuses with {@code
   * WrongState} what has not begun or is over.
   */
  Reservation giveBack(long id, @Nullable Integer version);

  /**
   * Somebody uses it, so that it is not returned early; the same where somebody said so before.
   * Refuses with {@code WrongState} where nobody has to say so, or not now.
   */
  Reservation checkIn(long id, @Nullable Integer version);

  /**
   * Until when it could last with all that it claims, at most until a moment; its present end where
   * something follows at once.
   */
  LatestEnd extendableUntil(long id, Instant most);
}
