package direttore.api.operation;

import direttore.api.http.AuditedRequest;
import direttore.domain.access.TeamName;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.provision.ReservedNodes;
import direttore.domain.reservation.Reservation;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the audit over whose reservations an operator's orders for new guests go. */
public final class OverruledReservations {
  private final ReservedNodes reserved;

  public OverruledReservations(ReservedNodes reserved) {
    this.reserved = reserved;
  }

  /**
   * An order that is to be carried out.
   *
   * @param team the team that shall have its guest too, or null
   */
  public record Ordered(GuestOrder order, @Nullable TeamName team) {}

  /** A reservation as the audit names it. */
  record Overruled(long reservation, String requester) {
    static Overruled of(Reservation reservation) {
      return new Overruled(reservation.id(), reservation.details().party().requester());
    }
  }

  void note(AuditedRequest request, Operation operation) {
    if (operation.order() instanceof GuestOrder order) {
      note(request, Stream.of(new Ordered(order, operation.team())));
    }
  }

  /** Notes each reservation once. */
  public void note(AuditedRequest request, Stream<Ordered> orders) {
    var overruled =
        orders
            .map(each -> reserved.overruled(each.order(), each.team(), request.actor()))
            .flatMap(Optional::stream)
            .map(Overruled::of)
            .distinct()
            .toList();
    if (!overruled.isEmpty()) {
      request.noted("overruled", overruled);
    }
  }
}
