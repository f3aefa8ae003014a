package direttore.store.operation;

import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which VMID of a choice no active operation has. */
final class FreeVmid {
  private FreeVmid() {}

  /** The lowest, found with one query, however many operations are active. */
  static Optional<VmId> lowest(DbExecute execute, ClusterName cluster, VmidChoice.Free choice) {
    var promised = promised(execute, cluster, choice.range());
    return IntStream.rangeClosed(choice.range().first().value(), choice.range().last().value())
        .mapToObj(VmId::new)
        .filter(vmid -> !choice.taken().contains(vmid) && !promised.contains(vmid))
        .findFirst();
  }

  /** In one row: others wait while this is read under the lock of choosers. */
  private static Set<VmId> promised(DbExecute execute, ClusterName cluster, VmidRange range) {
    return execute
        .createGet(
            """
            SELECT coalesce(string_agg(CAST(vmid AS text), ','), '') AS vmids
              FROM operation
             WHERE state IN ('queued', 'running')
               AND cluster = :cluster AND vmid BETWEEN :first AND :last
            """)
        .addParam("cluster", cluster.value())
        .addParam("first", range.first().value())
        .addParam("last", range.last().value())
        .execute()
        .map(row -> new Row(row).text("vmids"))
        .stream()
        .flatMap(vmids -> Stream.of(vmids.split(",")))
        .filter(vmid -> !vmid.isEmpty())
        .map(vmid -> new VmId(Integer.parseInt(vmid)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
