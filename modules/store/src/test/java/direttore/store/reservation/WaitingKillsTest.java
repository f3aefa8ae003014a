package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.waiting.Offers;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.Row;
import direttore.store.operation.Safe;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection is killed after each single write of an offer, its answer and its end. */
class WaitingKillsTest extends LivesOnPostgres {
  private static final List<String> WRITTEN =
      List.of("waiting", "reservation", "claim", "bell", "notice");

  private static final String DIE =
      """
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('writes') = (SELECT n FROM deadly) THEN
          PERFORM pg_terminate_backend(pg_backend_pid());
          PERFORM pg_sleep(10);
        END IF;
        RETURN NULL;
      END $$
      """;

  /** Offers that lack something, or are nobody's. */
  private static final String HALVES =
      """
      SELECT count(*) AS n FROM reservation r
       WHERE r.phase = 'offered'
         AND NOT (EXISTS (SELECT FROM waiting w WHERE w.offer = r.id AND w.ended IS NULL)
                  AND EXISTS (SELECT FROM claim c WHERE c.reservation = r.id AND c.holding)
                  AND EXISTS (SELECT FROM bell b WHERE b.reservation = r.id
                                                   AND b.what = 'offer_ends' AND b.rung IS NULL)
                  AND EXISTS (SELECT FROM notice n WHERE n.reservation = r.id
                                                     AND n.kind = 'offered'))
      """;

  private PgWaiting waiting;
  private PgReservations told;

  @BeforeEach
  void arm() {
    var safe = new Safe(new byte[32]);
    var consequences =
        Consequences.all(
            new LifeConsequences(safe, vmid -> Optional.of(GUEST), CLOCK, UUID::randomUUID),
            new NoticeConsequences());
    waiting = new PgWaiting(database, safe, CLOCK, UUID::randomUUID, consequences);
    told = new PgReservations(database, safe, CLOCK, UUID::randomUUID, consequences);
    dml("CREATE SEQUENCE writes");
    dml("CREATE TABLE deadly (n bigint)");
    dml("INSERT INTO deadly VALUES (0)");
    dml(DIE);
    WRITTEN.forEach(table ->
        dml(
            "CREATE TRIGGER dies AFTER INSERT OR UPDATE OR DELETE ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION die()"));
  }

  private void dml(String sql) {
    database.client().execute().dml(sql);
  }

  private long count(String sql) {
    return database.client().execute().get(sql).map(row -> new Row(row).number("n")).orElseThrow();
  }

  /** Whether it came to its end before the write after which it is killed. */
  private boolean survives(long write, Runnable work) {
    dml("ALTER SEQUENCE writes RESTART");
    dml("UPDATE deadly SET n = " + write);
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      return false;
    } finally {
      dml("UPDATE deadly SET n = 0");
    }
  }

  private WaitingEntry wait(String device) {
    new PgResources(database)
        .add(
            new NewResource(
                ResourceKind.DEVICE,
                ClusterName.MAIN,
                device,
                new TreeSet<>(),
                Capacity.WHOLE_ONLY));
    return waiting.add(
        new Wish(
            new Details(
                device,
                "",
                new Party(device, null, null),
                new Where(GuestKind.QEMU, null, null),
                false),
            List.of(ClaimRequest.device(device)),
            window(0, 8 * 3600),
            Duration.ofHours(7),
            ZoneOffset.UTC,
            AtStart.NOTHING,
            AtEnd.NOTHING),
        BY);
  }

  private void serve() {
    var served = waiting.serve(Set.of());
    while (served.more()) {
      served = waiting.serve(served.tried());
    }
  }

  private long offerOf(WaitingEntry entry) {
    return Objects.requireNonNull(waiting.find(entry.id()).offer()).reservation();
  }

  private long holding(long id) {
    return count("SELECT count(*) AS n FROM claim WHERE holding AND reservation = " + id);
  }

  private long told(long id, String kind) {
    return count(
        "SELECT count(*) AS n FROM notice WHERE kind = '%s' AND reservation = %d"
            .formatted(kind, id));
  }

  @Test
  void anOfferIsThereWholeOrNotAtAll() {
    for (var write = 1; ; write++) {
      var device = "sw" + write;
      var entry = wait(device);

      var survived = survives(write, this::serve);

      assertThat(count(HALVES)).isZero();
      serve();
      assertThat(holding(offerOf(entry))).isEqualTo(1);
      assertThat(count("SELECT count(*) AS n FROM reservation WHERE requester = '" + device + "'"))
          .isEqualTo(1);
      waiting.leave(entry.id(), "bob");
      if (survived) {
        assertThat(write).isGreaterThan(5);
        return;
      }
    }
  }

  @Test
  void anOfferIsAcceptedWholeOrNotAtAll() {
    for (var write = 1; ; write++) {
      var entry = wait("sw" + write);
      serve();
      var offer = offerOf(entry);

      var survived = survives(write, () -> told.change(offer, Offers.ACCEPTED, null));

      assertThat(count(HALVES)).isZero();
      if (survived) {
        assertThat(write).isGreaterThan(5);
        return;
      }
      assertThat(lives.find(offer).phase()).isEqualTo(Phase.OFFERED);
      told.change(offer, Offers.ACCEPTED, null);
      assertThat(lives.find(offer).phase()).isEqualTo(Phase.BOOKED);
      assertThat(holding(offer)).isEqualTo(1);
      assertThat(told(offer, "booked")).isEqualTo(1);
    }
  }

  @Test
  void anOfferLapsesWholeOrNotAtAll() {
    for (var write = 1; ; write++) {
      var entry = wait("sw" + write);
      serve();
      var offer = offerOf(entry);
      dml("UPDATE bell SET due = clock_timestamp() WHERE reservation = " + offer);

      var survived = survives(write, this::ring);

      assertThat(count(HALVES)).isZero();
      ring();
      assertThat(lives.find(offer).phase()).isEqualTo(Phase.LAPSED);
      assertThat(holding(offer)).isZero();
      assertThat(told(offer, "cancelled")).isEqualTo(1);
      waiting.leave(entry.id(), "bob");
      if (survived) {
        assertThat(write).isGreaterThan(3);
        return;
      }
    }
  }
}
