package direttore.api.record;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.inventory.Copy;
import direttore.api.inventory.NetBoxPlace;
import direttore.api.operation.Orders;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.record.DriftFinder;
import direttore.domain.record.Recording;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;

/** What NetBox records of guests: {@code /api/inventory/records}. */
public final class RecordRoutes {
  private static final String ALL = "/api/inventory/records";
  private static final String ONE = ALL + "/{id}";

  private final Recording recording;
  private final DriftFinder drift;
  private final Copy copy;
  private final NetBoxPlace netbox;
  private final Orders orders;

  public RecordRoutes(Recording recording, DriftFinder drift, Copy copy, Orders orders) {
    this.recording = recording;
    this.drift = drift;
    this.copy = copy;
    this.netbox = copy.place();
    this.orders = orders;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    var change = RequiredRight.of(Right.CHANGE_GUESTS);
    return List.of(
        Route.get("/api/inventory/drift", see, this::drift),
        Route.get(ALL, see, this::list),
        Route.get(ONE, see, this::show),
        Route.post(ALL, change, "record.record-guest", this::adopt),
        Route.post(ONE + "/repair", change, "record.record-guest", this::repair),
        Route.delete(ONE, change, "record.remove-record", this::remove));
  }

  private void drift(ServerRequest req, ServerResponse res) {
    var state = copy.there();
    copy.send(req, res, state, DriftView.of(drift.find(), netbox));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var vmid = Query.text(req, "vmid");
    var records = vmid == null ? recording.all() : recording.of(VmId.parse(vmid));
    Answer.json(req, res, records.stream().map(each -> RecordView.of(each, netbox)).toList());
  }

  private void show(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, RecordView.of(recording.found(Paths.id(req, "record")), netbox));
  }

  private void adopt(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var guest = guest(Fields.of(body));
    AuditedRequest.of(req).about("guest/" + guest.path());
    orders.answer(req, res, body, by -> recording.adopt(guest, by));
  }

  private static GuestRef guest(Fields fields) {
    var kind =
        fields.required(
            "type", fields.made("type", fields.text("type"), RecordRoutes::kind), GuestKind.QEMU);
    var node =
        fields.required(
            "node", fields.made("node", fields.text("node"), NodeName::new), new NodeName("node"));
    var vmid =
        fields.required(
            "vmid", fields.made("vmid", fields.integer("vmid"), VmId::new), new VmId(VmId.LOWEST));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return new GuestRef(kind, node, vmid);
  }

  private static GuestKind kind(String word) {
    return Arrays.stream(GuestKind.values())
        .filter(kind -> kind.wire().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("type", "must be qemu or lxc"));
  }

  private void repair(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "record");
    orders.answer(req, res, Body.optionalObject(req), by -> recording.repair(id, by));
  }

  private void remove(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "record");
    orders.answer(req, res, Body.optionalObject(req), by -> recording.remove(id, by));
  }
}
