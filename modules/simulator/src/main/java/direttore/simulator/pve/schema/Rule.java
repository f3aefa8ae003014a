package direttore.simulator.pve.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may call a method, as the {@code permissions} of the Proxmox VE API schema say it. */
public sealed interface Rule {

  /** Anyone, signed in or not ({@code user: world}). */
  record World() implements Rule {}

  /** Anyone signed in; the method itself filters or checks more ({@code user: all}). */
  record All() implements Rule {}

  /** Only {@code root@pam}: the schema names no rule. */
  record Root() implements Rule {}

  /**
   * Privileges on an access path such as {@code /vms/{vmid}}, whose braces name parameters.
   *
   * @param any one of the privileges is enough, else all are needed
   * @param onlyWith the rule holds only where this parameter was given ({@code require_param})
   */
  record OnPath(String path, List<String> privileges, boolean any, @Nullable String onlyWith)
      implements Rule {
    public OnPath {
      privileges = List.copyOf(privileges);
    }
  }

  /** The right to change permissions on the path given by a parameter ({@code perm-modify}). */
  record ModifyPermissions(String path) implements Rule {}

  /** The caller is the user named by {@code userid} ({@code userid-param: self}). */
  record Self() implements Rule {}

  /** A privilege on the realm of {@code userid} ({@code userid-param: Realm.AllocateUser}). */
  record OnRealm(String privilege) implements Rule {}

  /**
   * One of the privileges on a group of the user named by {@code userid}, or on all groups.
   *
   * @param groups how the parameter {@code groups} is judged too: not, at creation or at update
   */
  record OnGroups(List<String> privileges, Groups groups) implements Rule {
    public OnGroups {
      privileges = List.copyOf(privileges);
    }
  }

  /** How {@link OnGroups} treats the parameter {@code groups}. */
  enum Groups {
    IGNORED,
    CREATE,
    UPDATE
  }

  /** Every part must hold. */
  record And(List<Rule> parts) implements Rule {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One part must hold. */
  record Or(List<Rule> parts) implements Rule {
    public Or {
      parts = List.copyOf(parts);
    }
  }
}
