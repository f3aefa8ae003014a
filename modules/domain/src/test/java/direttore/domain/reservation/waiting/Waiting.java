package direttore.domain.reservation.waiting;

import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.WaitingEntry.Offer;
import direttore.domain.reservation.waiting.WaitingRound.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of a waiting list, for tests. */
final class Waiting {
  static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  static final Window DAY = Window.of(NOW, Duration.ofDays(1));

  private Waiting() {}

  static Wish wish(String who, Window between, Duration length) {
    var details =
        new Details(
            "lab", "", new Party(who, null, null), new Where(GuestKind.QEMU, null, null), false);
    return new Wish(
        details,
        List.of(ClaimRequest.device("sw1")),
        between,
        length,
        ZoneOffset.UTC,
        AtStart.NOTHING,
        AtEnd.NOTHING);
  }

  /** One that waits longer the smaller its id is. */
  static WaitingEntry entry(long id, String who) {
    return entry(id, who, 0, 0, null);
  }

  static WaitingEntry entry(long id, String who, int passed, int lapsed, @Nullable Offer offer) {
    return new WaitingEntry(
        id,
        wish(who, DAY, Duration.ofHours(1)),
        NOW.plusSeconds(id),
        passed,
        lapsed,
        true,
        offer,
        null);
  }

  static Offer offer(int resource) {
    return new Offer(99, DAY, NOW.plusSeconds(900), Set.of(resource));
  }

  static Reach reach(Integer... resources) {
    return new Reach(Set.of(resources), DAY);
  }

  static Found found(int resource) {
    var ref = new Resource.Ref(resource, ResourceKind.DEVICE, "sw" + resource, null);
    return new Found(
        Window.of(NOW.plusSeconds(3600), Duration.ofHours(1)),
        List.of(new Slot.Choice(ref, null, 0)));
  }
}
