package direttore.store.group;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Actor;
import direttore.domain.access.Person;
import direttore.domain.group.GroupReconciler;
import direttore.domain.group.MemberState;
import direttore.domain.group.NewGroup;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Submitter;
import direttore.store.Row;
import direttore.store.operation.Resealing;
import direttore.store.operation.Safe;
import direttore.store.quota.QuotaLab;
import direttore.testkit.NoQueue;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guests of a group count for whoever ordered it, and only while they are wanted. */
class GroupQuotasTest {
  private static final GuestSecrets SECRETS = new GuestSecrets("canary-password", List.of());
  private static final String LOCK = "SELECT pg_advisory_xact_lock(17485, hashtext('%s'))";
  private final QuotaLab lab = new QuotaLab();
  private final PgGroups groups = groups(new Safe(new byte[32]));
  private final GroupReconciler reconciler =
      new GroupReconciler(groups, new Dispatch(lab.operations, new NoQueue()), Set::of);

  private PgGroups groups(Safe safe) {
    return new PgGroups(lab.database, safe, Clock.systemUTC(), UUID::randomUUID);
  }

  @AfterEach
  void close() {
    lab.database.close();
  }

  private UUID order(int many) {
    var members =
        IntStream.range(0, many)
            .mapToObj(i -> new NewGroup.Ordered(container(1000 + i), null, SECRETS, null))
            .toList();
    var by = new Submitter(lab.ana.actor(Actor.Via.SESSION), null, List.of());
    var group = groups.add(new NewGroup("some", members, false, 10), by).id();
    reconciler.reconcile(group);
    return group;
  }

  private static GuestOrder container(int vmid) {
    var action =
        new GuestAction.CreateContainer(
            new NewContainer(
                new GuestName("ct"),
                1,
                1024,
                0,
                "local-lvm",
                DiskSize.ofGib(8),
                "local:vztmpl/debian.tar.zst",
                List.of(),
                List.of(),
                true,
                false,
                "",
                List.of(),
                false));
    var guest = new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(vmid));
    return new GuestOrder(guest, action, Terms.USUAL);
  }

  @Test
  void whatGoesBeyondAQuotaIsRefusedAndTheRestIsMade() {
    lab.bound(QuotaLab.holder(lab.ana), 2L, null);

    var group = groups.find(order(3));

    assertThat(group.counts()).isEqualTo(Map.of(MemberState.QUEUED, 2, MemberState.REFUSED, 1));
    assertThat(requireNonNull(group.part(2).why()).type()).isEqualTo("over-quota");
    assertThat(requireNonNull(group.part(2).why()).message()).startsWith("Your quota is 2 guests");
  }

  @Test
  void aCancelGivesBackWhatOthersHadUnderTheSameVmids() {
    var before = lab.order(lab.ben, new VmId(1000), 1);
    lab.operations.record(
        lab.operations.claim(before.id(), 1).orElseThrow().succeeded(QuotaLab.NOW));
    var group = order(1);
    assertThat(lab.use(QuotaLab.holder(lab.ben)).guests()).isZero();

    groups.cancel(group);

    assertThat(lab.use(QuotaLab.holder(lab.ben)).guests()).isEqualTo(1);
    assertThat(lab.use(QuotaLab.holder(lab.ana)).guests()).isZero();
  }

  @Test
  void aCancelWaitsForOwnersInOneOrder() throws Exception {
    var owners = inOrderOfTheirLocks();
    // Its first guest is of whoever is locked last.
    for (var i = 0; i < 2; i++) {
      lab.bound(QuotaLab.holder(owners.get(1 - i)), 5L, null);
      lab.succeed(lab.order(owners.get(1 - i), new VmId(1000 + i), 1));
    }
    var group = order(2);
    try (var other = lab.database.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(LOCK.formatted(owners.get(0).id()));

      var cancel = Thread.ofVirtual().start(() -> groups.cancel(group));
      await().until(() -> locks("NOT granted", owners.get(0)) == 1);

      assertThat(locks("granted", owners.get(1))).isZero();
      other.commit();
      cancel.join();
    }
    assertThat(lab.use(QuotaLab.holder(lab.ben)).guests()).isEqualTo(1);
  }

  private List<Person> inOrderOfTheirLocks() {
    return Stream.of(lab.ben, lab.person("cem"))
        .sorted(Comparator.comparing(p -> number("hashtext('%s')".formatted(p.id()))))
        .toList();
  }

  private long locks(String state, Person owner) {
    return number(
        "count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 17485 AND %s"
                .formatted(state)
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND CAST(CAST(objid AS bigint) AS bit(32)) = CAST(hashtext('%s') AS bit(32))"
                .formatted(owner.id()));
  }

  private long number(String of) {
    return lab.database
        .client()
        .execute()
        .get("SELECT CAST(n AS bigint) AS n FROM (SELECT %s) AS found (n)".formatted(of))
        .map(row -> new Row(row).number("n"))
        .orElseThrow();
  }

  @Test
  void whatALostKeySealedIsRefusedAndTheRestGoesOn() {
    var sealed = new NewGroup.Ordered(container(1000), null, SECRETS, null);
    var open = new NewGroup.Ordered(container(1001), null, GuestSecrets.NONE, null);
    var by = new Submitter(lab.ana.actor(Actor.Via.SESSION), null, List.of());
    var group = groups.add(new NewGroup("some", List.of(sealed, open), false, 10), by).id();
    var key = new byte[32];
    key[0] = 1;

    new GroupReconciler(groups(new Safe(key)), new Dispatch(lab.operations, new NoQueue()), Set::of)
        .reconcile(group);

    var found = groups.find(group);
    assertThat(found.counts()).isEqualTo(Map.of(MemberState.REFUSED, 1, MemberState.QUEUED, 1));
    assertThat(requireNonNull(found.part(0).why()).type()).isEqualTo("sealed");
  }

  @Test
  void secretsOpenWithTheNewKeyAfterARotation() {
    var group = order(1);
    var key = new byte[32];
    key[0] = 1;
    var fresh = new Safe(key);

    // That of the member, and that of its operation.
    assertThat(Resealing.reseal(lab.database, new Safe(new byte[32]), fresh)).isEqualTo(2);

    assertThat(groups(fresh).secrets(group, 0)).isEqualTo(SECRETS);
  }
}
