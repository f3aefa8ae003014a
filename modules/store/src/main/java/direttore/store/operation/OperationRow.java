package direttore.store.operation;

import direttore.domain.access.TeamName;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.store.Row;
import io.helidon.dbclient.DbRow;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an operation stands in its table. */
final class OperationRow {
  static final String COLUMNS =
      """
      id, kind, request, cluster, guest_kind, node, vmid, vmid_chosen, state, steps, waiting,
      waiting_since, waiting_until, progress, log, warnings, failure, requested_by, team, attempt,
      cancel_requested, retry_of, secret_names, terms, created_at, started_at, finished_at,
      group_id, group_key, group_round,
      (SELECT since FROM worker_silent
        WHERE number = operation.worker AND operation.state = 'running') AS silent_since
      """;

  private OperationRow() {}

  static Operation read(DbRow dbRow) {
    var row = new Row(dbRow);
    var family = FamilyRows.of(row.text("kind"));
    return new Operation(
        row.uuid("id"),
        family.read(row),
        Operation.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        StepForm.read(json(row, "steps"), family),
        row.textOrNull("waiting"),
        row.instantOrNull("waiting_since"),
        row.instantOrNull("waiting_until"),
        row.realOrNull("progress"),
        OperationJson.LINES.read(json(row, "log")),
        OperationJson.LINES.read(json(row, "warnings")),
        Optional.ofNullable(row.textOrNull("failure"))
            .map(OperationJson.FAILURE::read)
            .orElse(null),
        row.text("requested_by"),
        Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null),
        row.integer("attempt"),
        row.flag("cancel_requested"),
        row.uuidOrNull("retry_of"),
        OperationJson.LINES.read(json(row, "secret_names")),
        row.instant("created_at"),
        row.instantOrNull("started_at"),
        row.instantOrNull("finished_at"),
        row.instantOrNull("silent_since"),
        membership(row));
  }

  private static @Nullable Membership membership(Row row) {
    var group = row.uuidOrNull("group_id");
    return group == null
        ? null
        : new Membership(group, row.text("group_key"), row.integer("group_round"));
  }

  /** What its end is told by, as the database keeps it. */
  static String[] endEvents(Operation operation) {
    return operation.order().endEvents().stream()
        .map(event -> event.type() + " " + event.subject())
        .toArray(String[]::new);
  }

  private static String json(Row row, String column) {
    var text = row.textOrNull(column);
    if (text == null) {
      throw new IllegalStateException(column + " is never null");
    }
    return text;
  }
}
