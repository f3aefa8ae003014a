package direttore.api.reservation;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.Lives;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartTimes;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What reservations bring into being, and how it goes. */
public final class PartRoutes {
  private final Lives lives;
  private final PartTimes times;
  private final BookingDesk desk;

  public PartRoutes(Lives lives, PartTimes times, BookingDesk desk) {
    this.lives = lives;
    this.times = times;
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ReservationRoutes.EACH + "/parts", RequiredRight.of(Right.SEE), this::list),
        Route.post(
                ReservationRoutes.EACH + "/repair",
                RequiredRight.of(Right.BOOK),
                "reservation.repair",
                this::repair)
            .conditionally());
  }

  private void list(ServerRequest req, ServerResponse res) {
    var reservation = desk.named(req);
    var open = reservation.openTo(AuditedRequest.of(req).actor());
    var parts = open ? lives.find(reservation.id()).parts() : List.<Part>of();
    var since = times.since(reservation.id());
    var views =
        parts.stream()
            .sorted(Comparator.comparing((Part part) -> !PartView.isBroken(part)))
            .map(part -> PartView.of(part, since.get(part.id())))
            .toList();
    Answer.json(req, res, views);
  }

  private void repair(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    var names = fields.texts("parts");
    var before = desk.steered(req);
    var life = lives.find(before.id());
    var chosen = fields.whole(() -> chosen(life, names));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var _ = desk.version(req, before);
    if (chosen == null || chosen.isEmpty()) {
      throw new Refusal.WrongState(
          "nothing of reservation %d can be repaired".formatted(before.id()), null);
    }
    lives.repair(before.id(), chosen, AuditedRequest.of(req).actor().name());
    desk.answer(req, res, desk.named(req));
  }

  private static Set<UUID> chosen(Life life, Collection<String> names) {
    var unknown = new HashSet<>(names);
    life.parts().forEach(part -> unknown.remove(part.name()));
    if (!unknown.isEmpty()) {
      throw new Refusal.Invalid(
          "parts", "must be names of its parts, not " + String.join(", ", unknown));
    }
    return life.parts().stream()
        .filter(life::repairable)
        .filter(part -> names.isEmpty() || names.contains(part.name()))
        .map(Part::id)
        .collect(Collectors.toSet());
  }
}
