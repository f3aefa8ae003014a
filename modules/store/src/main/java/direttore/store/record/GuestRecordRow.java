package direttore.store.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.ClusterName;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.store.Row;
import direttore.store.json.Form;
import org.jspecify.annotations.Nullable;

/** How a record stands in its table. */
final class GuestRecordRow {
  static final String COLUMNS =
      """
      r.id, r.cluster, r.seen, r.state, r.requester, r.wanted, r.written, r.machine, r.birth,
      r.created_at, r.recorded_at
      """;

  static final Form<GuestFacts> FACTS =
      Form.of(Form.mapper(new SimpleModule()).build(), new TypeReference<>() {});
  static final Form<Birth> BIRTH =
      Form.of(Form.mapper(new SimpleModule()).build(), new TypeReference<>() {});

  private GuestRecordRow() {}

  static GuestRecord read(Row row) {
    return new GuestRecord(
        row.uuid("id"),
        GuestRef.parse(new ClusterName(row.text("cluster")), row.text("seen")),
        GuestRecord.State.ofWire(row.text("state")),
        row.text("requester"),
        json(FACTS, row.textOrNull("wanted")),
        json(FACTS, row.textOrNull("written")),
        row.numberOrNull("machine"),
        json(BIRTH, row.textOrNull("birth")),
        row.instant("created_at"),
        row.instantOrNull("recorded_at"));
  }

  private static <T> @Nullable T json(Form<T> form, @Nullable String text) {
    return text == null ? null : form.read(text);
  }
}
