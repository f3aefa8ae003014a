package direttore.app.wiring;

import direttore.api.http.ReadingAnswers;
import direttore.api.operation.OverruledReservations;
import direttore.app.data.DataFolder;
import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.Places;
import direttore.app.start.ProcessRole;
import direttore.domain.access.SignIn;
import direttore.domain.cluster.Cluster;
import direttore.domain.event.Event;
import direttore.domain.holding.Access;
import direttore.domain.provision.Provisioning;
import direttore.domain.provision.ReservedNodes;
import direttore.domain.provision.ReservedPools;
import direttore.store.event.PgEvents;
import direttore.store.reservation.PgNodeHolders;
import direttore.store.reservation.PgPools;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The composition root: each feature makes its own objects, once, by hand, and is named here. */
public final class Direttore {
  private Direttore() {}

  /** Starts what the role needs; all of it ends with {@code lifetime}. */
  public static Places start(ProcessRole role, Settings settings, Lifetime lifetime) {
    Ports.requireFree(role, settings);
    var folder = DataFolder.open(settings.data().folder());
    var places = new Places();
    if (role == ProcessRole.SIMULATOR) {
      SimulatedCluster.start(folder, settings.simulator(), lifetime, places);
      SimulatedInventory.start(folder, settings.simulator(), lifetime, places);
      return places;
    }
    var base = Foundation.lay(role, settings, folder, lifetime, places);
    var netbox = NetBoxParts.of(base);
    var jobs = new JobParts(base);
    if (role.works()) {
      jobs.work(netbox);
    }
    if (role.answersHttp()) {
      serve(base, netbox, jobs);
    }
    return places;
  }

  private static void serve(Foundation base, NetBoxParts netbox, JobParts jobs) {
    var cluster = base.cluster();
    cluster.keepFresh();
    var events = base.lifetime().open(() -> new PgEvents(base.database()));
    // First of all listeners, so that whoever hears of a change reads it.
    base.lifetime().open(() -> events.subscribe(event -> hear(event, cluster)));
    var people = new AccessParts(base.database(), base.settings().access(), base.clock());
    var access = new Access(cluster, people.holdings());
    var identity = people.identity(access);
    var reserved = new ReservedNodes(new PgNodeHolders(base.database()), base.clock());
    var overruled = new OverruledReservations(reserved);
    var work = new OperationParts(base, jobs, events, overruled);
    var web = new WebParts(base, events);
    var provisioning =
        new Provisioning(
            cluster,
            work.dispatch(),
            work.operations(),
            base.settings().worker().vmids(),
            access,
            people.quotas(),
            people.allowances(),
            reserved,
            new ReservedPools(new PgPools(base.database()), base.clock()));
    var readings = new ReadingAnswers(base.clock());
    var features =
        List.of(
            web.feature(),
            ClusterFeature.of(base, readings),
            GuestFeature.of(base, people, access, work, provisioning, overruled, readings),
            work.feature(access),
            ReservationFeature.of(base, netbox, identity, provisioning),
            NoticeFeature.of(base, identity),
            InventoryFeature.of(base, netbox, readings),
            AllocationFeature.of(base, netbox, work),
            RecordFeature.of(base, netbox, people, access, work, readings),
            AccessFeature.of(base, people, identity));

    features.forEach(feature -> feature.duties().forEach(base.agenda()::add));
    var http = web.serve(features, identity);
    jobs.dashboard(people, URI.create(http.address()));
    people
        .firstLink()
        .ifPresent(link ->
            base.places()
                .add(
                    "Sign in as " + AccessParts.FIRST,
                    http.address() + link,
                    "once, within %d minutes".formatted(SignIn.FIRST_LINK.toMinutes())));
  }

  private static void hear(Event event, Cluster cluster) {
    if (event.type().equals(Event.GUEST)) {
      cluster.changed(event.guest());
    }
  }

  /** The people of a database: that of a program which runs, or else one started for a moment. */
  public static AccessParts accessParts(Settings settings, Lifetime lifetime) {
    var folder = DataFolder.open(settings.data().folder());
    var access = DatabaseServer.shared(settings.database(), folder, lifetime);
    var database = access.open(2, lifetime);
    return new AccessParts(database, settings.access(), Clock.systemUTC());
  }

  /** Seals all stored secrets with a new key; answers how many. Refuses while any process runs. */
  public static long rotateKey(Settings settings, boolean lost, Lifetime lifetime) {
    var folder = DataFolder.open(settings.data().folder());
    // Its own PostgreSQL can be started only while no other process of Direttore has it.
    var access = DatabaseServer.access(ProcessRole.SERVE, settings.database(), folder, lifetime);
    var database = access.open(2, lifetime);
    return new SealingKey(settings.data().secretKey(), database).rotate(lost);
  }
}
