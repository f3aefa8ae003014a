package direttore.store.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.holding.Holding;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.store.access.PgAccessFixture;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OwnersTest extends PgAccessFixture {
  private static final Subject WEB = Holding.guest(new VmId(1042));
  private static final Subject DB = Holding.guest(new VmId(100));

  private static Submission making(Person by, int vmid) {
    var order = submission(by, vmid, OwnedOrders.container());
    return new Submission(order.order(), order.secrets(), order.by(), new TeamName("net"), null);
  }

  private static Submission submission(Person by, int vmid, GuestAction order) {
    return new Submission(
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            new NodeName("pve1"),
            new VmidChoice.Given(new VmId(vmid)),
            order,
            Terms.USUAL),
        GuestSecrets.NONE,
        new Submitter(by.actor(Actor.Via.SESSION), null, List.of()));
  }

  @Test
  void whoOrdersAGuestOwnsItUntilItIsDeleted() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var holdings = new PgHoldings(database, CLOCK);
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var template = operations.add(making(ana, 1042)).operation();

    assertThat(holdings.of(WEB).map(h -> h.owner().person())).contains(ana.id());
    assertThat(holdings.of(WEB).map(h -> h.owner().team())).contains(new TeamName("net"));

    end(operations, template);
    var start =
        operations.add(submission(ana, 1042, new GuestAction.Power(PowerAction.START, 0, false)));
    end(operations, start.operation());
    assertThat(holdings.of(WEB)).isPresent();

    var delete = operations.add(submission(ana, 1042, new GuestAction.Delete(false)));
    end(operations, delete.operation());
    assertThat(holdings.of(WEB)).isEmpty();
  }

  @Test
  void whoRepeatsAnOrderForSomebodyDoesNotGetTheirGuest() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var ben = add("ben", Grant.everywhere(Role.OPERATOR));
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var first = operations.add(making(ana, 1042)).operation();
    operations.cancel(first.id());
    var submission = making(ben, 1042);

    operations.add(
        new Submission(
            submission.order(),
            submission.secrets(),
            submission.by(),
            submission.team(),
            new Submission.Retry(first.id(), List.of(), List.of())));

    assertThat(new PgHoldings(database, CLOCK).of(WEB).map(h -> h.owner().person()))
        .contains(ana.id());
  }

  @Test
  void aGuestIsHandedOver() {
    var ana = add("ana");
    var holdings = new PgHoldings(database, CLOCK);

    var given = holdings.give(DB, ana.name(), null, GuestSize.UNKNOWN, Actor.ANYBODY);

    assertThat(holdings.guests()).containsExactly(given);
    assertThat(holdings.ownerships()).containsExactly(given.ownership());
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            holdings.give(DB, new PersonName("nobody"), null, GuestSize.UNKNOWN, Actor.ANYBODY));
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            holdings.give(DB, ana.name(), new TeamName("none"), GuestSize.UNKNOWN, Actor.ANYBODY));
  }

  @Test
  void whatAnOperationHasIsNotHandedOver() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var holdings = new PgHoldings(database, CLOCK);
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var making = operations.add(making(ana, 1042)).operation();
    var asker = ana.actor(Actor.Via.SESSION);

    assertThatExceptionOfType(Refusal.Busy.class)
        .isThrownBy(() -> holdings.give(WEB, ana.name(), null, GuestSize.UNKNOWN, asker))
        .withMessageStartingWith("guest 1042 is being changed by operation " + making.id())
        .satisfies(e -> assertThat(e.operation()).isEqualTo(making.id()));

    end(operations, making);
    assertThat(holdings.give(WEB, ana.name(), null, GuestSize.UNKNOWN, asker).owner().team())
        .isNull();
  }

  @Test
  void whatIsHandedOverCountsAsNoSmallerThanItDid() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    end(operations, operations.add(making(ana, 1042)).operation());
    var small = new GuestSize(0, 256, 1L << 40);

    new PgHoldings(database, CLOCK)
        .give(WEB, ana.name(), null, small, ana.actor(Actor.Via.SESSION));

    assertThat(new PgHoldings(database, CLOCK).guests().getFirst().size())
        .as("its swap counts as memory")
        .isEqualTo(new GuestSize(1, 1024, 1L << 40));
  }

  @Test
  @Timeout(120)
  void anOrderThatComesDuringAHandOverWaitsForIt() throws Exception {
    var ana = add("ana", Grant.everywhere(Role.USER));
    var holdings = new PgHoldings(database, CLOCK);
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    holdings.give(DB, ana.name(), null, GuestSize.UNKNOWN, Actor.ANYBODY);
    try (var other = database.connect();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute("SELECT FROM holding FOR UPDATE");
      }
      var given =
          threads.submit(
              () -> holdings.give(DB, ana.name(), null, GuestSize.UNKNOWN, Actor.ANYBODY));
      awaitWaiting("locktype IN ('tuple', 'transactionid')");
      var order =
          threads.submit(() ->
              operations.add(
                  submission(ana, 100, new GuestAction.Power(PowerAction.START, 0, false))));
      awaitWaiting("locktype = 'advisory'");

      assertThat(order.isDone()).isFalse();
      other.commit();
      assertThat(given.get().owner().person()).isEqualTo(ana.id());
      assertThat(order.get().fresh()).isTrue();
    }
  }

  private void awaitWaiting(String which) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      var found = false;
      while (!found) {
        try (var rows =
            statement.executeQuery("SELECT FROM pg_locks WHERE NOT granted AND " + which)) {
          found = rows.next();
        }
      }
    }
  }

  @Test
  void whatAnOperatorGivesNoLongerDependsOnTheOrderThatFailed() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var holdings = new PgHoldings(database, CLOCK);
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    operations.cancel(operations.add(making(ana, 1042)).operation().id());

    holdings.give(WEB, ana.name(), null, GuestSize.UNKNOWN, ana.actor(Actor.Via.SESSION));
    assertThat(holdings.failures(Instant.EPOCH)).hasSize(1);

    holdings.give(WEB, ana.name(), null, GuestSize.UNKNOWN, Actor.ANYBODY);
    assertThat(holdings.failures(Instant.EPOCH)).isEmpty();
    assertThat(holdings.of(WEB)).isPresent();
  }

  @Test
  void whoeverWasDeletedMeanwhileGetsNoGuest() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    people.delete(ana.name());

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> operations.add(making(ana, 1042)))
        .withMessage("whoever was to have the guest was deleted");
  }

  @Test
  @Timeout(120)
  void whatIsForgottenWhileItsOrderIsRepeatedIsOrderedAnew() throws Exception {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var ben = add("ben", Grant.everywhere(Role.OPERATOR));
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var first = operations.add(making(ana, 1042)).operation();
    operations.cancel(first.id());
    var again = making(ben, 1043);
    var retry = new Submission.Retry(first.id(), List.of(), List.of());
    try (var other = database.connect();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute("DELETE FROM holding");
      }
      var repeated =
          threads.submit(() ->
              operations.add(
                  new Submission(again.order(), again.secrets(), again.by(), again.team(), retry)));
      awaitWaiting("locktype IN ('tuple', 'transactionid')");
      other.commit();
      assertThat(repeated.get().fresh()).isTrue();
    }

    assertThat(
            new PgHoldings(database, CLOCK)
                .of(Holding.guest(new VmId(1043)))
                .map(h -> h.owner().person()))
        .contains(ana.id());
  }
}
