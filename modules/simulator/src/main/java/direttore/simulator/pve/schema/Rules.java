package direttore.simulator.pve.schema;

import java.util.List;

/** Short words for permission rules, so that a method fits on a line. */
final class Rules {
  static final Rule ALL = new Rule.All();
  static final Rule WORLD = new Rule.World();
  static final Rule SELF = new Rule.Self();
  static final Rule ON_REALM = new Rule.OnRealm("Realm.AllocateUser");

  private Rules() {}

  /** All the privileges on the path. */
  static Rule perm(String path, String... privileges) {
    return new Rule.Privileges(path, List.of(privileges), false, null);
  }

  /** One of the privileges on the path. */
  static Rule any(String path, String... privileges) {
    return new Rule.Privileges(path, List.of(privileges), true, null);
  }

  /** All the privileges on the path, and only where the parameter was given. */
  static Rule permWith(String parameter, String path, String... privileges) {
    return new Rule.Privileges(path, List.of(privileges), false, parameter);
  }

  static Rule onGroups(Rule.Groups groups, String... privileges) {
    return new Rule.OnGroups(List.of(privileges), groups);
  }

  static Rule and(Rule... parts) {
    return new Rule.And(List.of(parts));
  }

  static Rule or(Rule... parts) {
    return new Rule.Or(List.of(parts));
  }
}
