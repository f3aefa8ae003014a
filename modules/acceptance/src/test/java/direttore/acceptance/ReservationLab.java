package direttore.acceptance;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.PartOperation;
import direttore.store.Row;
import direttore.store.Transaction;
import direttore.store.operation.Safe;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.PgLives;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Reservations in a lab whose only client is a worker process. */
final class ReservationLab {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final VmidRange RANGE = new VmidRange(new VmId(300), new VmId(999));
  private final WorkerLab lab;
  private final PgLives lives;
  private final LifeConsequences consequences;

  ReservationLab(WorkerLab lab) {
    // Another key than the program's: these orders have no secrets.
    var safe = new Safe(new byte[32]);
    this.lab = lab;
    this.lives = new PgLives(lab.database(), safe, Clock.systemUTC());
    this.consequences = new LifeConsequences(safe, Clock.systemUTC(), UUID::randomUUID);
  }

  PgLives lives() {
    return lives;
  }

  /** Reserves a time that brings containers into being. */
  long book(Window window, Margins margins, AtEnd atEnd, int guests) {
    var id =
        Transaction.of(
            lab.database().client(),
            execute -> {
              var number =
                  execute
                      .createGet(
                          """
                          INSERT INTO reservation
                            (uid, kind, title, notes, requester, hidden, guest_kind, during,
                             start_local, end_local, zone, zone_data, status, phase, lead, grace,
                             at_start, at_end, booked_by, created_at, changed_at)
                          VALUES
                            (CAST(gen_random_uuid() AS text), 'booking', 'a class', '', 'tester', false,
                             'lxc', tstzrange(:since, :until), now(), now(), 'UTC', '', 'pending',
                             'booked', make_interval(secs => :lead),
                             make_interval(secs => :grace), 'nothing', :atEnd, 'tester', now(),
                             now())
                          RETURNING id
                          """)
                      .addParam("since", Timestamp.from(window.from()))
                      .addParam("until", Timestamp.from(window.to()))
                      .addParam("lead", margins.lead().toSeconds())
                      .addParam("grace", margins.grace().toSeconds())
                      .addParam("atEnd", atEnd.wire())
                      .execute()
                      .map(row -> new Row(row).number("id"))
                      .orElseThrow();
              consequences.booked(execute, number, window, margins, atEnd, parts(guests));
              return number;
            });
    lab.database().changed();
    return id;
  }

  private static List<NewPart> parts(int guests) {
    var order =
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            WorkerLab.NODE,
            new VmidChoice.Free(RANGE, Set.of()),
            Scenario.stoppedContainer(),
            Terms.USUAL);
    return IntStream.range(0, guests)
        .mapToObj(i -> new NewPart("pc-" + i, new Member(order, null), GuestSecrets.NONE))
        .toList();
  }

  Life find(long id) {
    return lives.find(id);
  }

  Life await(long id, Predicate<Life> until) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> find(id), until);
  }

  List<PartOperation> operations(long id) {
    return lives.operations(id).values().stream().flatMap(Collection::stream).toList();
  }
}
