package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.api.health.ClusterHealth;
import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.app.settings.ProxmoxSettings;
import direttore.domain.access.PersonName;
import direttore.domain.agenda.DutyFailed;
import direttore.domain.holding.OwnershipReconciler;
import direttore.domain.quota.Quotas;
import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Schema;
import direttore.store.holding.PgHoldings;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.store.quota.PgQuotas;
import direttore.testkit.DataFolders;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account at Proxmox loses its rights while the program runs, and gets them back. */
class LostRightsTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String ACCOUNT = "direttore@pve";
  private static final String PASSWORD = "a-long-password";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String OWNERS =
      """
      INSERT INTO person (id, name, display, created_at)
      VALUES ('00000000-0000-4000-8000-000000000001', 'ada', 'Ada', now());
      INSERT INTO quota (person, guests) VALUES ('00000000-0000-4000-8000-000000000001', 3);
      INSERT INTO holding (kind, key, person, since)
      VALUES ('guest', '202', '00000000-0000-4000-8000-000000000001', now() - interval '1 hour'),
             ('guest', '204', '00000000-0000-4000-8000-000000000001', now() - interval '1 hour');
      """;
  @TempDir Path parent;

  @Test
  void nothingIsForgottenMeanwhileAndHealthSaysSo() {
    var folder = DataFolder.open(DataFolders.sharing(parent.resolve("data")));
    try (var simulator = PveSimulator.start(PveOptions.forTests());
        var root = root(simulator);
        var postgres = EmbeddedPostgres.start(folder, lost -> {});
        var database =
            Database.open(
                new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password()), 2)) {
      Schema.migrate(database);
      database.client().execute().dml(OWNERS);
      var user = Parameters.none().with("userid", ACCOUNT).with("password", PASSWORD);
      root.post(ApiPath.of("access", "users"), user);
      allow(root, true);
      try (var proxmox = ProxmoxClient.open(account(simulator), CLOCK);
          var cluster = new ProxmoxCluster(proxmox, CLOCK)) {
        check(root, cluster, database);
      }
    }
  }

  private static void check(ProxmoxSession root, ProxmoxCluster cluster, Database database) {
    var health = new ClusterHealth(cluster);
    var holdings = new PgHoldings(database, CLOCK);
    var quotas = new PgQuotas(database);
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var reconciler = new OwnershipReconciler(cluster, holdings, operations, CLOCK);
    assertThat(health.flaw()).isEmpty();
    assertThat(reconciler.reconcile()).isEmpty();
    var before = kept(holdings, quotas);
    assertThat(before).hasSize(3);

    allow(root, false);
    await().atMost(PATIENCE).until(() -> health.flaw().isPresent());

    assertThat(health.trouble()).isEmpty();
    assertThat(health.flaw().orElseThrow()).contains("The Proxmox account sees no guests");
    assertThatExceptionOfType(DutyFailed.class)
        .isThrownBy(reconciler::reconcile)
        .withMessageContaining("The Proxmox account sees no guests");
    assertThat(reconciler.freeRoom()).isEmpty();
    assertThat(kept(holdings, quotas)).isEqualTo(before);

    allow(root, true);
    await().atMost(PATIENCE).until(() -> health.flaw().isEmpty());

    assertThat(reconciler.reconcile()).isEmpty();
    assertThat(kept(holdings, quotas)).isEqualTo(before);
    assertThat(holdings.formerGuests()).isEmpty();
  }

  /** Who has which guest, how large it is, and what they may have and use. */
  private static List<String> kept(PgHoldings holdings, Quotas quotas) {
    var all =
        new ArrayList<>(
            holdings.guests().stream()
                .map(h -> "%s %s %s %s".formatted(h.vmid(), h.owner().name(), h.since(), h.size()))
                .toList());
    all.add(quotas.of(new PersonName("ada"), List.of()).toString());
    return all;
  }

  private static void allow(ProxmoxSession root, boolean all) {
    var entry =
        Parameters.none().with("path", "/").with("users", ACCOUNT).with("roles", "Administrator");
    root.put(ApiPath.of("access", "acl"), all ? entry : entry.with("delete", 1));
  }

  private static ProxmoxSession root(PveSimulator simulator) {
    var token = simulator.apiToken().split("=", 2);
    var cluster = account(simulator);
    var transport = new Transport(cluster.hosts(), cluster.trust(), cluster.timeouts(), CLOCK);
    return new ProxmoxSession(transport, new Credentials.ApiToken(token[0], token[1]), CLOCK);
  }

  private static ProxmoxSettings.Real account(PveSimulator simulator) {
    return new ProxmoxSettings.Real(
        List.of(new Endpoint("127.0.0.1", simulator.port())),
        new Credentials.Login(ACCOUNT, PASSWORD),
        new Trust.Anything(),
        Timeouts.USUAL);
  }
}
