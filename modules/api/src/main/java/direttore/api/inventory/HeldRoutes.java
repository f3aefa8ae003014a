package direttore.api.inventory;

import direttore.api.allocation.AllocationView;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.inventory.HeldView.ClaimedView;
import direttore.api.resource.UseView;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocations;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.reservation.InventoryHolders;
import direttore.domain.reservation.Resources.Occupancy;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who has what of the inventory until when: {@code held}. */
public final class HeldRoutes {
  private static final Duration AHEAD = Duration.ofDays(31);
  private static final int MOST = 500;
  private static final List<Kind> KINDS =
      List.of(Kind.DEVICE, Kind.VLAN, Kind.ADDRESS, Kind.PREFIX, Kind.RANGE);

  private final Inventory inventory;
  private final InventoryHolders holders;
  private final Allocations allocations;
  private final ZoneId zone;
  private final Clock clock;

  public HeldRoutes(
      Inventory inventory,
      InventoryHolders holders,
      Allocations allocations,
      ZoneId zone,
      Clock clock) {
    this.inventory = inventory;
    this.holders = holders;
    this.allocations = allocations;
    this.zone = zone;
    this.clock = clock;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    return List.of(
        Route.get("/api/inventory/held", see, this::held),
        Route.get("/api/inventory/prefixes/{id}/held", see, this::prefix));
  }

  private void held(ServerRequest req, ServerResponse res) {
    var kind = kind(req);
    var ids = ids(req);
    var viewer = AuditedRequest.of(req).actor();
    var reserved = holders.of(kind, ids, clock.instant(), AHEAD);
    var taken = kind == Kind.ADDRESS ? allocations.ofAddresses(ids) : Map.<Long, Allocation>of();
    Answer.json(
        req,
        res,
        ids.stream()
            .distinct()
            .filter(id -> reserved.containsKey(id) || taken.containsKey(id))
            .map(id -> view(id, reserved.getOrDefault(id, Occupancy.FREE), taken.get(id), viewer))
            .toList());
  }

  private static Kind kind(ServerRequest req) {
    var word = Objects.requireNonNullElse(Query.text(req, "kind"), "");
    return KINDS.stream()
        .filter(kind -> kind.wire().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refusal.Invalid("kind", "must be device, vlan, address, prefix or range"));
  }

  private static List<Long> ids(ServerRequest req) {
    var text = Objects.requireNonNullElse(Query.text(req, "ids"), "");
    if (!text.matches("[1-9][0-9]{0,17}(,[1-9][0-9]{0,17}){0,%d}".formatted(MOST - 1))) {
      throw new Refusal.Invalid(
          "ids", "must be 1 to %d numbers of objects, with commas between".formatted(MOST));
    }
    return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
  }

  private HeldView view(
      long id, Occupancy occupancy, @Nullable Allocation allocation, Actor viewer) {
    var next = occupancy.next();
    return new HeldView(
        id,
        occupancy.now().stream().map(use -> UseView.of(use, viewer, zone)).toList(),
        next == null ? null : UseView.of(next, viewer, zone),
        allocation == null ? null : AllocationView.of(allocation));
  }

  private void prefix(ServerRequest req, ServerResponse res) {
    var id = InventoryRoutes.id(req, "prefix");
    var network =
        inventory
            .prefix(id)
            .map(PrefixDetails::prefix)
            .orElseThrow(() -> new Refusal.NotFound("prefix", id))
            .network();
    var asked = ListQuery.network(req, "within");
    if (asked != null && !network.contains(asked)) {
      throw new Refusal.Invalid("within", "must lie in " + network);
    }
    var span = (asked == null ? network : asked).span();
    var viewer = AuditedRequest.of(req).actor();
    Answer.json(
        req,
        res,
        new HeldView.OfPrefix(
            holders.within(span, clock.instant(), AHEAD).stream()
                .map(each ->
                    new ClaimedView(
                        each.addresses().first().toString(),
                        each.addresses().last().toString(),
                        UseView.of(each.use(), viewer, zone)))
                .toList(),
            allocations.within(id, span).stream().map(AllocationView::of).toList()));
  }
}
