package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.ReservationChange;
import direttore.store.Row;
import direttore.store.holding.OwnedOrders;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reservation is handed over while somebody submits what comes next of it. */
class HandedOverTest extends LivesOnPostgres {
  private static final VmidRange RANGE = new VmidRange(new VmId(300), new VmId(310));
  private static final Party ADA = new Party("ada", new UUID(1, 1), null);
  private static final Party BEN = new Party("ben", new UUID(1, 2), null);
  private long id;

  @BeforeEach
  void begin() {
    for (var party : List.of(ADA, BEN)) {
      database
          .client()
          .execute()
          .dml(
              """
              INSERT INTO person (id, name, display, created_at)
              VALUES ('%s', '%s', '%s', now())
              """
                  .formatted(party.person(), party.requester(), party.requester()));
    }
    id = book(window(-10, 3600), margins(60), 1);
    ring();
    handOver(ADA);
  }

  private void handOver(Party to) {
    var old = reservations.find(id).details();
    var details = new Details(old.title(), old.notes(), to, old.where(), old.hidden());
    reservations.change(id, ReservationChange.NOTHING.withDetails(details), null);
  }

  private void make(Party by) {
    var actor =
        new Actor(
            Objects.requireNonNull(by.person()),
            by.requester(),
            by.requester(),
            List.of(),
            Set.of(),
            Actor.Via.SESSION);
    operations.add(
        new Submission(
            new GuestOrder(
                ClusterName.MAIN,
                GuestKind.LXC,
                new NodeName("pve1"),
                new VmidChoice.Free(RANGE, Set.of()),
                OwnedOrders.container(),
                Terms.USUAL),
            GuestSecrets.NONE,
            new Submitter(actor, null, List.of()),
            null,
            null,
            new Membership(part(id).id(), "1:0", 1)));
  }

  private List<UUID> owners() {
    return database
        .client()
        .execute()
        .query("SELECT person FROM holding")
        .map(row -> new Row(row).uuid("person"))
        .toList();
  }

  @Test
  void nothingMoreIsMadeForWhoeverHadIt() {
    handOver(BEN);

    assertThatExceptionOfType(Operations.HandedOver.class).isThrownBy(() -> make(ADA));
    assertThat(owners()).isEmpty();
    make(BEN);
    assertThat(owners()).containsExactly(BEN.person());
  }

  @Test
  void whatIsSubmittedAtTheSameMomentIsTheOthersToo() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var other = database.pool().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      // As by somebody else who chooses a VMID.
      statement.execute("SELECT pg_advisory_xact_lock(17483)");
      var made = threads.submit(() -> make(ADA));
      await().until(() -> waiting() == 1);
      var handedOver = threads.submit(() -> handOver(BEN));
      await().until(() -> waiting() == 2 || handedOver.isDone());

      other.commit();
      made.get();
      handedOver.get();
    }

    assertThat(owners()).containsExactly(BEN.person());
  }

  private long waiting() {
    return database
        .client()
        .execute()
        .createGet(
            """
            SELECT count(*) AS many FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        .execute()
        .map(row -> new Row(row).number("many"))
        .orElseThrow();
  }
}
