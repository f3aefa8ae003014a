package direttore.app.wiring;

import direttore.api.http.ReadingAnswers;
import direttore.api.inventory.Copy;
import direttore.api.record.RecordRoutes;
import direttore.domain.agenda.Duty;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.holding.Access;
import direttore.domain.holding.GuestOrigins;
import direttore.domain.record.DriftFinder;
import direttore.domain.record.RecordReconciler;
import direttore.domain.record.Recorder;
import direttore.domain.record.Recording;
import direttore.domain.time.Every;
import direttore.store.Database;
import direttore.store.allocation.PgAllocations;
import direttore.store.record.PgGuestRecords;
import direttore.worker.record.RecordFamily;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What NetBox records of guests. */
final class RecordFeature {
  private static final Every OFTEN = Every.of(Duration.ofSeconds(5));

  private RecordFeature() {}

  static Feature of(
      Foundation base,
      NetBoxParts netbox,
      AccessParts people,
      Access access,
      OperationParts work,
      ReadingAnswers readings) {
    var records = new PgGuestRecords(base.database(), base.clock());
    var recorder =
        new Recorder(
            records,
            new PgAllocations(base.database(), base.clock()),
            base.cluster(),
            people.holdings(),
            work.dispatch(),
            new Recorder.RecordTerms(netbox.cluster(), links(base)));
    var recording =
        new Recording(
            records,
            recorder,
            base.cluster(),
            access,
            netbox.whyNoWrites(),
            base.clock(),
            UUID::randomUUID);
    var reconciler =
        new RecordReconciler(
            records,
            recorder,
            base.cluster(),
            new GuestOrigins(work.operations()),
            netbox.inventory(base),
            netbox.source(),
            base.clock());
    var inventory = netbox.inventory(base);
    var drift = new DriftFinder(inventory, base.cluster(), records, netbox.cluster());
    var copy = new Copy(inventory, netbox.place(), readings);
    var routes = new RecordRoutes(recording, drift, copy, work.orders()).routes();
    var feature = Feature.of(Stream.of(routes));
    return netbox.writes()
        ? feature.doing(List.of(Duty.once("guest-records", OFTEN, () -> reconcile(reconciler))))
        : feature;
  }

  private static Optional<String> reconcile(RecordReconciler reconciler) {
    reconciler.reconcile();
    return Optional.empty();
  }

  /** Where guests are shown; nowhere while nobody said where the program is reached. */
  private static Function<GuestRef, Optional<String>> links(Foundation base) {
    return guest ->
        base.settings().notices().program().map(at -> at.resolve(page(guest)).toString());
  }

  /** The page of a guest in the web UI. */
  private static String page(GuestRef guest) {
    var kind = guest.kind() == GuestKind.QEMU ? "vms" : "lxc";
    return "/guests/%s/%s/%s".formatted(guest.node(), kind, guest.vmid());
  }

  /** How a worker carries its orders out. */
  static RecordFamily family(Foundation base, Database database, NetBoxParts netbox) {
    return new RecordFamily(
        netbox.guests(),
        new PgGuestRecords(database, base.clock()),
        new PgAllocations(database, base.clock()));
  }
}
