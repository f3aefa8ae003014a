package direttore.store.operation;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operation;
import java.util.List;

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

  public static String secrets(GuestSecrets secrets) {
    return OperationJson.SECRETS.write(secrets);
  }

  public static GuestSecrets secrets(String json) {
    return OperationJson.SECRETS.read(json);
  }
}
