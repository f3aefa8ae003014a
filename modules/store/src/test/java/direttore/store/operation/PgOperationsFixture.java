package direttore.store.operation;

import direttore.domain.access.Actor;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.store.Database;
import direttore.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database of its own, and submissions to store there. */
abstract class PgOperationsFixture {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final NodeName PVE1 = new NodeName("pve1");
  static final String PASSWORD = "canary-password";

  Database database;
  PgOperations operations;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    operations = at(NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  PgOperations at(Instant now) {
    return new PgOperations(
        database, new Safe(new byte[32]), Clock.fixed(now, ZoneOffset.UTC), UUID::randomUUID);
  }

  static VmidRange range(int first, int last) {
    return new VmidRange(new VmId(first), new VmId(last));
  }

  static Submission submission(GuestAction order, int vmid) {
    return submission(order, new VmidChoice.Given(new VmId(vmid)));
  }

  static Submission submission(GuestAction order, VmidChoice vmid) {
    return submission(order, vmid, null, "");
  }

  static Submission submission(
      GuestAction order, VmidChoice vmid, @Nullable String key, String body) {
    var secrets =
        order.creates()
            ? new GuestSecrets(PASSWORD, List.of("ssh-ed25519 AAAAC3NzaC1 ada@lab"))
            : GuestSecrets.NONE;
    return new Submission(
        new GuestOrder(ClusterName.MAIN, GuestKind.QEMU, PVE1, vmid, order, Terms.USUAL),
        secrets,
        new Submitter(Actor.stranger("ada"), key, List.of("POST", body)));
  }

  static GuestAction start() {
    return new GuestAction.Power(PowerAction.START, 0, false);
  }

  static GuestAction container() {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("my-container"),
            1,
            512,
            512,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/ubuntu.tar.gz",
            List.of(
                new ContainerNic("eth0", "vmbr0", null, new Addressing("dhcp", null, null, null))),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true));
  }
}
