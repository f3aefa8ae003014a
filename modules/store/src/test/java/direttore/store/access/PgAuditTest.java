package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.domain.access.Actor;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import io.helidon.dbclient.DbClientException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgAuditTest extends PgAccessFixture {
  private static int found(PgAudit audit, Audit.Filter filter) {
    var count = new ArrayList<AuditEntry>();
    audit.each(filter, count::add);
    return count.size();
  }

  private static AuditEntry entry(String who, String action, String target, Outcome outcome) {
    return new AuditEntry(
        0,
        NOW,
        who,
        Actor.Via.SESSION,
        "192.0.2.7",
        action,
        target,
        null,
        "{\"force\": true}",
        "req-1",
        outcome,
        "");
  }

  @Test
  void theAuditIsReadInPagesAndByFilters() {
    var audit = new PgAudit(database);
    for (int i = 0; i < 5; i++) {
      audit.write(entry("ana", "guest.start", "guest/" + i, Outcome.DONE));
    }
    audit.write(entry("ben", "guest.delete", "guest/1", Outcome.REFUSED));

    var all = new Audit.Filter(null, null, null, null, null, null);
    var first = audit.page(all, Long.MAX_VALUE, 4);
    var second = audit.page(all, first.getLast().id(), 4);

    assertThat(first).hasSize(4);
    assertThat(second).hasSize(2);
    assertThat(first.getFirst().who()).isEqualTo("ben");
    assertThat(first.getFirst().after()).isEqualTo("{\"force\": true}");
    assertThat(first.getFirst().before()).isNull();
    assertThat(found(audit, new Audit.Filter("ben", null, null, null, null, null))).isEqualTo(1);
    assertThat(found(audit, new Audit.Filter(null, "guest", null, null, null, null))).isEqualTo(6);
    assertThat(found(audit, new Audit.Filter(null, "gues", null, null, null, null))).isZero();
    assertThat(found(audit, new Audit.Filter(null, null, "guest/1", null, null, null)))
        .isEqualTo(2);
    assertThat(found(audit, new Audit.Filter(null, null, null, Outcome.REFUSED, null, null)))
        .isEqualTo(1);
    assertThat(found(audit, new Audit.Filter(null, null, null, null, NOW, NOW.plusSeconds(1))))
        .isEqualTo(6);
    assertThat(found(audit, new Audit.Filter(null, null, null, null, null, NOW))).isZero();
  }

  @Test
  void whatWasTriedWithANulIsKeptToo() {
    var audit = new PgAudit(database);
    var entry = entry("ana", "person.add", "person/a\0b", Outcome.REFUSED);
    audit.write(
        new AuditEntry(
            0,
            entry.at(),
            "a\0na",
            entry.via(),
            entry.address(),
            entry.action(),
            entry.target(),
            null,
            "{\"name\":\"a\\u0000b\",\"path\":\"c:\\\\u0000\"}",
            entry.request(),
            entry.outcome(),
            "no \0"));

    var kept = audit.page(new Audit.Filter(null, null, null, null, null, null), Long.MAX_VALUE, 1);

    assertThat(kept.getFirst().target()).isEqualTo("person/a\ufffdb");
    assertThat(kept.getFirst().after()).contains("a\ufffdb", "c:\\\\u0000");
  }

  @Test
  void theAuditIsWrittenOnce() {
    var audit = new PgAudit(database);
    audit.write(entry("ana", "guest.start", "guest/1", Outcome.DONE));

    for (var sql : List.of("UPDATE audit SET who = 'ben'", "DELETE FROM audit", "TRUNCATE audit")) {
      assertThatThrownBy(() -> database.client().execute().dml(sql))
          .isInstanceOf(DbClientException.class)
          .rootCause()
          .hasMessageContaining("written once");
    }
  }
}
