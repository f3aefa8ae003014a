package direttore.app.wiring;

import direttore.app.data.DataFolder;
import direttore.app.settings.ProxmoxSettings;
import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.Places;
import direttore.app.start.ProcessRole;
import direttore.domain.time.Time;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.store.Attendance;
import direttore.store.Database;
import direttore.store.agenda.PgDutyBook;
import direttore.store.event.EventTeller;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.worker.agenda.Agenda;
import java.time.Clock;
import java.util.UUID;

/** What every feature stands on: settings, clock, cluster, database and agenda. */
record Foundation(
    ProcessRole role,
    Settings settings,
    DataFolder folder,
    Lifetime lifetime,
    Places places,
    Clock clock,
    Proxmox proxmox,
    ProxmoxCluster cluster,
    Database database,
    Safe safe,
    Agenda agenda) {
  // Each kind of work has connections of its own and never waits for another kind's.
  private static final int CONNECTIONS = 8;

  static Foundation lay(
      ProcessRole role, Settings settings, DataFolder folder, Lifetime lifetime, Places places) {
    var clock = Clock.systemUTC();
    var reached = ProxmoxClient.cluster(role, settings, folder, lifetime, places);
    var proxmox = lifetime.open(() -> ProxmoxClient.open(reached, clock));
    if (settings.proxmox() instanceof ProxmoxSettings.Real) {
      ProxmoxClient.introduce(proxmox, reached, places);
    }
    var cluster = lifetime.open(() -> new ProxmoxCluster(proxmox, clock));
    var database =
        DatabaseServer.access(role, settings.database(), folder, lifetime)
            .open(CONNECTIONS, lifetime);
    lifetime.open(() -> Attendance.hold(database));
    var safe = new SealingKey(settings.data().secretKey(), database).open();
    lifetime.open(() -> EventTeller.start(database));
    var agenda = lifetime.open(() -> Agenda.start(new PgDutyBook(database), Time.of(clock)));
    agenda.add(RightsCheck.duty(proxmox::permissions, "The " + reached.credentials()));
    return new Foundation(
        role, settings, folder, lifetime, places, clock, proxmox, cluster, database, safe, agenda);
  }

  /** A pool of connections for one kind of work. */
  Database beside(String work, int connections) {
    return lifetime.open(() -> database.beside(work, connections));
  }

  PgOperations operations(Database through) {
    return new PgOperations(through, safe, clock, UUID::randomUUID);
  }
}
