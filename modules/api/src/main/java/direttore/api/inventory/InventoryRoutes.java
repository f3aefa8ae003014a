package direttore.api.inventory;

import com.fasterxml.jackson.databind.util.RawValue;
import direttore.api.http.Answer;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Inventory.AddressFilter;
import direttore.domain.inventory.Inventory.DeviceFilter;
import direttore.domain.inventory.Inventory.PrefixFilter;
import direttore.domain.inventory.Inventory.VlanFilter;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** {@code /api/inventory}: what NetBox has, from the copy. */
public final class InventoryRoutes {
  private static final String ALL = "/api/inventory";
  private static final int USUAL = 200;
  private static final int USUAL_ADDRESSES = 100;
  private static final int MOST_FREE = 256;

  private final Inventory inventory;
  private final NetBoxPlace place;
  private final Copy copy;

  public InventoryRoutes(Inventory inventory, NetBoxPlace place, ReadingAnswers answers) {
    this.inventory = inventory;
    this.place = place;
    this.copy = new Copy(inventory, place, answers);
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    return List.of(
        Route.get(ALL + "/netbox-status", see, this::status),
        Route.get(ALL + "/filters", see, this::filters),
        Route.get(ALL + "/devices", see, this::devices),
        Route.get(ALL + "/devices/{id}", see, this::device),
        Route.get(ALL + "/prefixes", see, this::prefixes),
        Route.get(ALL + "/prefixes/{id}", see, this::prefix),
        Route.get(ALL + "/prefixes/{id}/available", see, this::available),
        Route.get(ALL + "/ip-addresses", see, this::addresses),
        Route.get(ALL + "/vlans", see, this::vlans));
  }

  private void status(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, StatusView.of(copy));
  }

  private void filters(ServerRequest req, ServerResponse res) {
    copy.send(req, res, copy.there(), FiltersView.of(inventory.filters()));
  }

  private void devices(ServerRequest req, ServerResponse res) {
    var slice = ListQuery.slice(req, USUAL);
    var filter =
        new DeviceFilter(
            Query.text(req, "site"),
            Query.text(req, "role"),
            Query.text(req, "platform"),
            Query.text(req, "status"),
            Query.text(req, "tag"),
            Query.text(req, "q"));
    var state = copy.there();
    var found = inventory.devices(filter, slice);
    ListQuery.head(req, res, found, slice);
    copy.send(req, res, state, found.items().stream().map(RawValue::new).toList());
  }

  private void device(ServerRequest req, ServerResponse res) {
    var id = id(req, "device");
    var state = copy.there();
    var device = inventory.device(id).orElseThrow(() -> new Refusal.NotFound("device", id));
    copy.send(req, res, state, DevicePage.of(device, id, place));
  }

  private void prefixes(ServerRequest req, ServerResponse res) {
    var slice = ListQuery.slice(req, USUAL);
    var filter =
        new PrefixFilter(
            ListQuery.family(req),
            Query.text(req, "status"),
            Query.text(req, "site"),
            Query.text(req, "vrf"),
            Query.text(req, "role"),
            Query.text(req, "tag"),
            ListQuery.network(req, "within"),
            Query.text(req, "q"));
    var state = copy.there();
    var found = inventory.prefixes(filter, slice);
    ListQuery.head(req, res, found, slice);
    copy.send(req, res, state, found.items().stream().map(p -> PrefixView.of(p, place)).toList());
  }

  private void prefix(ServerRequest req, ServerResponse res) {
    var id = id(req, "prefix");
    var state = copy.there();
    var prefix = inventory.prefix(id).orElseThrow(() -> new Refusal.NotFound("prefix", id));
    copy.send(req, res, state, PrefixPage.of(prefix, place));
  }

  private void available(ServerRequest req, ServerResponse res) {
    var id = id(req, "prefix");
    var limit = Query.integer(req, "limit", 10, 1, MOST_FREE);
    var state = copy.there();
    var room = inventory.room(id).orElseThrow(() -> new Refusal.NotFound("prefix", id));
    copy.send(req, res, state, AvailableView.of(room, limit));
  }

  private void addresses(ServerRequest req, ServerResponse res) {
    var slice = ListQuery.slice(req, USUAL_ADDRESSES);
    var filter =
        new AddressFilter(
            ListQuery.family(req),
            Query.text(req, "status"),
            Query.text(req, "vrf"),
            ListQuery.network(req, "prefix"),
            ListQuery.id(req, "prefix_id"),
            Query.text(req, "dns_name"),
            Query.text(req, "role"),
            Query.text(req, "tag"),
            ListQuery.id(req, "device"),
            Query.text(req, "q"));
    var state = copy.there();
    var found = inventory.addresses(filter, slice);
    ListQuery.head(req, res, found, slice);
    copy.send(req, res, state, found.items().stream().map(a -> AddressView.of(a, place)).toList());
  }

  private void vlans(ServerRequest req, ServerResponse res) {
    var slice = ListQuery.slice(req, USUAL);
    var filter =
        new VlanFilter(
            Query.text(req, "site"),
            Query.text(req, "group"),
            Query.text(req, "role"),
            Query.text(req, "status"),
            Query.text(req, "tag"),
            Query.text(req, "q"));
    var state = copy.there();
    var found = inventory.vlans(filter, slice);
    ListQuery.head(req, res, found, slice);
    copy.send(req, res, state, found.items().stream().map(v -> VlanView.of(v, place)).toList());
  }

  static long id(ServerRequest req, String kind) {
    var text = Paths.text(req, "id");
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.NotFound(kind, text);
    }
    return Long.parseLong(text);
  }
}
