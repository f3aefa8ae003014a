package direttore.store.group;

import direttore.domain.group.Group;
import direttore.domain.group.GroupKey;
import direttore.domain.group.GroupOperation;
import direttore.domain.group.GroupProgress;
import direttore.domain.group.Want;
import direttore.domain.operation.Operation;
import direttore.store.Row;
import direttore.store.operation.GroupColumns;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads groups with what became of their orders. */
final class GroupRows {
  /** All but what its members are, of {@link #TABLES}. */
  static final String COLUMNS =
      """
      id, title, kind, size, starts, wave, want, round, requested_by, person, created_at, finished_at
      """;

  static final String TABLES = " operation_group JOIN operation_fence USING (id) ";

  private GroupRows() {}

  static Group group(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Group(
        row.uuid("id"),
        row.text("title"),
        row.text("kind"),
        row.text("requested_by"),
        row.uuidOrNull("person"),
        Want.valueOf(row.text("want").toUpperCase(Locale.ROOT)),
        row.integer("round"),
        row.integer("wave"),
        row.integer("size"),
        row.flag("starts"),
        row.instant("created_at"),
        row.instantOrNull("finished_at"));
  }

  /** The same groups with all that is known of their orders. */
  static List<GroupProgress> progress(DbExecute execute, Collection<Group> groups) {
    var ids = groups.stream().map(Group::id).toArray(UUID[]::new);
    var operations = operations(execute, ids);
    var refusals = refusals(execute, ids);
    return groups.stream()
        .map(group ->
            new GroupProgress(
                group,
                operations.getOrDefault(group.id(), List.of()),
                refusals.getOrDefault(group.id(), Map.of())))
        .toList();
  }

  private static Map<UUID, List<GroupOperation>> operations(DbExecute execute, UUID[] ids) {
    return execute
        .createQuery(
            """
            SELECT group_id, id, group_key, state, cluster, guest_kind, node, vmid, failure
              FROM operation
             WHERE group_id = ANY (:ids)
            """)
        .addParam("ids", ids)
        .execute()
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.uuid("group_id"),
                Collectors.mapping(GroupRows::operation, Collectors.toList())));
  }

  private static GroupOperation operation(Row row) {
    return new GroupOperation(
        row.uuid("id"),
        GroupKey.parse(row.text("group_key")),
        GroupColumns.state(row),
        GroupColumns.guest(row),
        GroupColumns.failure(row));
  }

  private static Map<UUID, Map<GroupKey, Operation.Failure>> refusals(
      DbExecute execute, UUID[] ids) {
    var all = new HashMap<UUID, Map<GroupKey, Operation.Failure>>();
    execute
        .createQuery(
            """
            SELECT group_id, group_key, failure FROM operation_group_refusal
             WHERE group_id = ANY (:ids)
            """)
        .addParam("ids", ids)
        .execute()
        .map(Row::new)
        .forEach(row ->
            all.computeIfAbsent(row.uuid("group_id"), id -> new HashMap<>())
                .put(
                    GroupKey.parse(row.text("group_key")),
                    GroupColumns.failure(row.text("failure"))));
    return all;
  }
}
