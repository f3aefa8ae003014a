package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.event.Event;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.store.access.PgAudit;
import direttore.store.holding.PgHoldings;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of version 6, as somebody worked with it, after all later migrations. */
class MigrationTest {
  private static final UUID ORDERED = UUID.fromString("00000000-0000-4000-8000-00000000000a");
  private static final UUID FAILED = UUID.fromString("00000000-0000-4000-8000-00000000000b");
  private static final UUID QUEUED = UUID.fromString("00000000-0000-4000-8000-00000000000c");
  private static final List<String> TABLES =
      List.of(
          "person",
          "team",
          "team_member",
          "person_grant",
          "session",
          "known_address",
          "api_token",
          "sign_in_link",
          "operation",
          "quota",
          "audit");

  /** What the provider said is kept otherwise since version 13. */
  private static final String ROWS =
      "SELECT to_jsonb(t) - 'provided' - 'until' FROM %s t ORDER BY 1";

  private static final String OWNERS =
      """
      SELECT to_jsonb(t) - 'vmid'
          || jsonb_build_object('kind', 'guest', 'cluster', 'main', 'key', t.vmid::text)
        FROM guest_owner t ORDER BY 1
      """;

  private OldDatabase old;

  @BeforeEach
  void fill() throws SQLException, IOException {
    old = new OldDatabase(6);
  }

  @AfterEach
  void close() {
    old.close();
  }

  @Test
  void losesAndChangesNothing() throws SQLException {
    var before = new LinkedHashMap<String, List<String>>();
    for (var table : TABLES) {
      before.put(table, old.texts(ROWS.formatted(table)));
    }
    // Who has which guest stands elsewhere since version 24.
    var owners = old.texts(OWNERS);
    assertThat(owners).isNotEmpty();
    assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

    old.migrate();

    for (var table : TABLES) {
      assertKept(table, Objects.requireNonNull(before.get(table)));
    }
    assertKept("holding", owners);
  }

  private void assertKept(String table, List<String> before) throws SQLException {
    assertThat(old.texts(ROWS.formatted(table))).as(table).hasSameSizeAs(before);
    for (var row : before) {
      var same =
          "SELECT count(*) FROM %s t WHERE to_jsonb(t) @> '%s'"
              .formatted(table, row.replace("'", "''"));
      assertThat(old.texts(same)).as("%s: %s", table, row).containsExactly("1");
    }
  }

  @Test
  void leavesAllOfItReadable() {
    old.migrate();

    var operations = operations();
    assertThat(operations.find(ORDERED).state()).isEqualTo(State.SUCCEEDED);
    assertThat(
            operations
                .activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(1044)))
                .map(Operation::state))
        .contains(State.QUEUED);
    assertThat(operations.activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(1042)))).isEmpty();
    assertThat(Objects.requireNonNull(operations.find(FAILED).failure()).message())
        .isEqualTo("no such bridge");
    assertThat(new PgHoldings(old.database, Clock.systemUTC()).guests())
        .extracting(h -> h.vmid().value(), h -> h.owner().name().value())
        .containsExactly(tuple(1042, "ada"));
    var entries =
        new PgAudit(old.database)
            .page(new Audit.Filter(null, null, null, null, null, null), Long.MAX_VALUE, 9);
    assertThat(entries)
        .extracting(AuditEntry::action, AuditEntry::outcome)
        .containsExactly(
            tuple("person.change", AuditEntry.Outcome.REFUSED),
            tuple("guest.create", AuditEntry.Outcome.ACCEPTED));
  }

  @Test
  void theSecretsOfAnOperationStayItsOwn() throws SQLException {
    old.migrate();

    assertThat(
            old.texts(
                "SELECT owner_kind || ' ' || owner || ' ' || encode(sealed, 'hex') FROM secret"))
        .containsExactly("operation " + QUEUED + " 04");
  }

  @Test
  void whatNamedNoClusterIsAboutTheMainOne() throws SQLException {
    var queued =
        new GuestRef(ClusterName.MAIN, GuestKind.QEMU, new NodeName("pve1"), new VmId(1044));
    old.execute("SELECT tell('guest', 'pve1/qemu/1042')");

    old.migrate();

    assertThat(old.texts("SELECT DISTINCT cluster FROM operation")).containsExactly("main");
    assertThat(old.texts("SELECT kind || ' ' || key FROM operation_lock"))
        .containsExactly("guest main/1044");
    assertThat(GuestOrder.guest(operations().find(QUEUED))).isEqualTo(queued);
    assertThat(old.texts("SELECT DISTINCT subject FROM event WHERE type = 'guest'"))
        .contains("main/pve1/qemu/1042")
        .allMatch(subject -> subject.startsWith("main/"));
    operations().cancel(QUEUED);
    assertThat(old.texts("SELECT subject FROM event_pending ORDER BY id"))
        .containsExactly(Event.of(queued).subject(), QUEUED.toString());
  }

  private PgOperations operations() {
    return new PgOperations(
        old.database, new Safe(new byte[32]), Clock.systemUTC(), UUID::randomUUID);
  }
}
