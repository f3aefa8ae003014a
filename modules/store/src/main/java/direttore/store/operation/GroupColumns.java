package direttore.store.operation;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.store.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How what belongs to operations stands in the columns of their group. */
public final class GroupColumns {
  private GroupColumns() {}

  public static String members(List<Member> members) {
    return MemberForm.write(members);
  }

  public static List<Member> members(String json) {
    return MemberForm.read(json);
  }

  public static String failure(Operation.Failure failure) {
    return OperationJson.FAILURE.write(failure);
  }

  public static Operation.Failure failure(String json) {
    return OperationJson.FAILURE.read(json);
  }

  /** The guest of an operation. */
  public static GuestRef guest(Row row) {
    return new GuestRef(
        new ClusterName(row.text("cluster")),
        GuestKind.valueOf(row.text("guest_kind").toUpperCase(Locale.ROOT)),
        new NodeName(row.text("node")),
        new VmId(row.integer("vmid")));
  }

  public static Operation.State state(Row row) {
    return Operation.State.valueOf(row.text("state").toUpperCase(Locale.ROOT));
  }

  /** Why an operation failed, or null. */
  public static Operation.@Nullable Failure failure(Row row) {
    return Optional.ofNullable(row.textOrNull("failure")).map(GroupColumns::failure).orElse(null);
  }

  public static String secrets(GuestSecrets secrets) {
    return OperationJson.SECRETS.write(secrets);
  }

  public static GuestSecrets secrets(String json) {
    return OperationJson.SECRETS.read(json);
  }
}
