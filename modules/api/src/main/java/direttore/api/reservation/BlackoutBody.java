package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewBlackout;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the body of a blackout. */
final class BlackoutBody {
  private BlackoutBody() {}

  /** Refuses with everything that is wrong with it. */
  static NewBlackout read(ObjectNode body, Actor actor, ZoneId lab) {
    var fields = Fields.of(body);
    var details = details(fields, actor);
    var times = times(fields, Zones.read(fields, lab));
    var claims = ClaimFields.read(fields, "claims");
    var overlap =
        Objects.requireNonNullElse(
            fields.made("conflicts", fields.text("conflicts"), NewBlackout.Overlap::parse),
            NewBlackout.Overlap.REFUSE);
    var wanted =
        details == null || times == null
            ? null
            : fields.whole(() -> new NewBlackout(details, times, claims, overlap));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(wanted, "refused otherwise");
  }

  /** It is nobody's; who made it is told. */
  private static @Nullable Details details(Fields fields, Actor actor) {
    var title = fields.required("title", fields.text("title"), "?");
    var notes = Objects.requireNonNullElse(fields.text("notes"), "");
    var party = new Party(actor.name(), null, null);
    var where = new Where(GuestKind.QEMU, null, null);
    return fields.whole(() -> new Details(title, notes, party, where, false));
  }

  private static @Nullable Times times(Fields fields, ZoneId zone) {
    var start = Zones.moment(fields, "start_dt", zone);
    var end = Zones.moment(fields, "end_dt", zone);
    fields.required("start_dt", start, Instant.EPOCH);
    fields.required("end_dt", end, Instant.EPOCH);
    return start == null || end == null
        ? null
        : fields.whole(() -> new Times(new Window(start, end), zone));
  }
}
