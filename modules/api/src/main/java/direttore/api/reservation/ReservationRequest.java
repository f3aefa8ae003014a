package direttore.api.reservation;

import direttore.api.http.Fields;
import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Where;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it was asked for.
 *
 * @param series how it repeats, or null where it is booked once
 * @param later what it holds around its window where there is time enough to make its guests
 * @param plain the fields that stand for what is claimed, where the body has no {@code claims}
 */
record ReservationRequest(
    NewReservation wanted,
    @Nullable NewSeries series,
    Margins later,
    PlainFields plain,
    boolean dryRun) {
  /** The kind of guest that a field means. */
  static GuestKind type(Fields fields, String field, GuestKind otherwise) {
    var type =
        fields.made(
            field,
            fields.text(field),
            word ->
                switch (word) {
                  case "vm" -> GuestKind.QEMU;
                  case "lxc" -> GuestKind.LXC;
                  default -> throw new Refusal.Invalid(field, "must be vm or lxc");
                });
    return Objects.requireNonNullElse(type, otherwise);
  }

  /**
   * What the body says of the end, or null.
   *
   * @param brings whether it brings guests
   */
  static @Nullable AtEnd atEnd(Fields fields, boolean brings) {
    var open = brings ? EnumSet.allOf(AtEnd.Kind.class) : AtEnd.OF_NAMED;
    var said = fields.made("at_end", fields.text("at_end"), word -> AtEnd.parse(word, open));
    if (said != null && !open.contains(said.kind())) {
      fields.violated("at_end", "must be another: only what was made for it is destroyed");
    }
    return said;
  }

  /** What such a place means as a claim. */
  static ClaimRequest claimed(Where where) {
    return Optional.ofNullable(where.vmid())
        .map(ClaimRequest::guest)
        .or(() -> Optional.ofNullable(where.node()).map(ClaimRequest::node))
        .orElseThrow();
  }

  /** The margins that the fields say, others as they were. */
  static @Nullable Margins margins(Fields fields, Margins before) {
    var lead = minutes(fields, "lead_minutes", before.lead());
    var grace = minutes(fields, "grace_minutes", before.grace());
    return fields.whole(() -> new Margins(lead, grace, before.tidy()));
  }

  private static Duration minutes(Fields fields, String name, Duration otherwise) {
    var minutes = fields.integer(name);
    return minutes == null ? otherwise : Duration.ofMinutes(minutes);
  }
}
