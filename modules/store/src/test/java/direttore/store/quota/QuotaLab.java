package direttore.store.quota;

import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.TeamName;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.holding.Holding;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Use;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.access.PgPeople;
import direttore.store.holding.PgHoldings;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People with quotas who order containers. */
public final class QuotaLab implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  public static final TeamName RED = new TeamName("red");
  public static final long GIB = 1L << 30;
  private static final VmidRange RANGE = new VmidRange(new VmId(1000), new VmId(1999));
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public final Database database = TestDatabase.migrated();
  public final PgPeople people = new PgPeople(database, CLOCK, UUID::randomUUID);
  public final PgQuotas quotas = new PgQuotas(database);
  public final PgHoldings holdings = new PgHoldings(database, CLOCK);
  public final PgOperations operations =
      new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
  public final Person ana;
  public final Person ben;

  public QuotaLab() {
    people.addTeam(RED);
    ana = person("ana");
    ben = person("ben");
  }

  public Person person(String name) {
    return people.add(
        new PersonName(name), name, List.of(Grant.everywhere(Role.USER)), Set.of(RED));
  }

  public static Holder holder(Person person) {
    return new Holder.OfPerson(person.name());
  }

  public static Holder red() {
    return new Holder.OfTeam(RED);
  }

  public void bound(Holder holder, @Nullable Long guests, @Nullable Long cores) {
    quotas.set(holder, new Quota(guests, cores, null, null));
  }

  public Use use(Holder holder) {
    return quotas.of(holder).use();
  }

  /** An order of a container with that many cores, 1 GiB of memory and 8 GiB of disk. */
  public Operation order(Person by, int cores) {
    return operations.add(submission(by, cores, null, null)).operation();
  }

  /** The same under a VMID that is named. */
  public Operation order(Person by, VmId vmid, int cores) {
    var guest = new GuestRef(GuestKind.LXC, new NodeName("pve1"), vmid);
    var submitter = new Submitter(by.actor(Actor.Via.SESSION), null, List.of());
    return operations
        .add(
            new Submission(
                new GuestOrder(guest, container(cores), Terms.USUAL), GuestSecrets.NONE, submitter))
        .operation();
  }

  /** The same by nobody, where nobody signs in. */
  public Operation orderByNobody(VmId vmid) {
    var guest = new GuestRef(GuestKind.LXC, new NodeName("pve1"), vmid);
    return operations
        .add(
            new Submission(
                new GuestOrder(guest, container(1), Terms.USUAL),
                GuestSecrets.NONE,
                new Submitter(Actor.ANYBODY, null, List.of())))
        .operation();
  }

  /** The same under the lowest VMID, as if the cluster told of no guest. */
  public Operation orderAmidAll(Person by) {
    return operations
        .add(
            new Submission(
                new GuestOrder(
                    ClusterName.MAIN,
                    GuestKind.LXC,
                    new NodeName("pve1"),
                    new VmidChoice.Free(RANGE, Set.of()),
                    container(1),
                    Terms.USUAL),
                GuestSecrets.NONE,
                new Submitter(by.actor(Actor.Via.SESSION), null, List.of())))
        .operation();
  }

  /** The same operation under another VMID, as its own is taken. */
  public Operation renumber(Operation running) {
    return operations.renumber(
        running, new VmidChoice.Free(RANGE, Set.of(GuestOrder.guest(running).vmid())));
  }

  public void cancel(Operation operation) {
    operations.cancel(operation.id());
  }

  public Operation orderForRed(Person by, int cores) {
    return operations.add(submission(by, cores, RED, null)).operation();
  }

  /** The same order once more, with a VMID of its own. */
  public Operation again(Person by, Operation earlier, int cores) {
    return operations.add(submission(by, cores, null, retry(earlier, List.of()))).operation();
  }

  /** The same order once more, in the guest that is there. */
  public Operation goOn(Person by, Operation earlier, int cores) {
    return goOn(
        by,
        earlier,
        cores,
        List.of(new Step("create", GuestStep.CREATE, Step.State.DONE, null, NOW, NOW)));
  }

  /** The same order once more under the same VMID, with the steps that need not be done again. */
  public Operation goOn(Person by, Operation earlier, int cores, List<Step> done) {
    var submission = submission(by, cores, null, retry(earlier, done));
    return operations
        .add(
            new Submission(
                new GuestOrder(GuestOrder.guest(earlier), container(cores), Terms.USUAL),
                submission.secrets(),
                submission.by(),
                null,
                submission.retry()))
        .operation();
  }

  private static Submission.Retry retry(Operation earlier, List<Step> done) {
    return new Submission.Retry(earlier.id(), List.of(), done);
  }

  public Submission submission(
      Person by, int cores, @Nullable TeamName team, Submission.@Nullable Retry retry) {
    return new Submission(
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            new NodeName("pve1"),
            new VmidChoice.Free(RANGE, taken()),
            container(cores),
            Terms.USUAL),
        GuestSecrets.NONE,
        new Submitter(by.actor(Actor.Via.SESSION), null, List.of()),
        team,
        retry);
  }

  /** What the cluster would tell: every guest that somebody has. */
  private Set<VmId> taken() {
    return holdings.guests().stream().map(Holding::vmid).collect(Collectors.toSet());
  }

  private static GuestAction container(int cores) {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("ct"),
            cores,
            1024,
            0,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/ubuntu.tar.gz",
            List.of(),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true));
  }

  public Operation running(Operation operation) {
    return operations.claim(operation.id(), 1).orElseThrow();
  }

  public void succeed(Operation operation) {
    operations.note(running(operation).succeeded(NOW));
  }

  /** Fails on the way: what it was to make may be there or not. */
  public void fail(Operation operation) {
    operations.record(
        running(operation).begun("create", NOW).failed(new Failure("task-failed", "no"), NOW));
  }

  /** Fails before anything of it was begun. */
  public void failAtOnce(Operation operation) {
    operations.record(running(operation).failed(new Failure("vmid-in-use", "no"), NOW));
  }

  @Override
  public void close() {
    database.close();
  }
}
