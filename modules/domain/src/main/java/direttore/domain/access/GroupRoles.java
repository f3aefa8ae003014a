package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the groups of another server give here. */
public record GroupRoles(List<Rule> rules) {
  /** The group that everybody is in. */
  private static final String ALL = "*";

  /** A group, and what it gives. */
  public record Rule(String group, Grant grant) {
    private boolean fits(Set<String> groups) {
      return group.equals(ALL) || groups.contains(group);
    }
  }

  public GroupRoles {
    rules = List.copyOf(rules);
  }

  /**
   * Rules written as {@code group=role} or {@code group=role@kind:value}, such as {@code
   * staff=operator@node:pve1}; {@code *} is everybody. Refuses with {@code Invalid} what is none.
   */
  public static GroupRoles parse(List<String> texts) {
    return new GroupRoles(texts.stream().map(GroupRoles::rule).toList());
  }

  private static Rule rule(String text) {
    // From the end: a group may be called anything, a role may not.
    var equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw new Refusal.Invalid("rule", "must be group=role, not " + text);
    }
    var what = text.substring(equals + 1);
    var at = what.indexOf('@');
    var role = Role.parse(at < 0 ? what : what.substring(0, at));
    var scope = at < 0 ? new Scope.Everywhere() : scope(what.substring(at + 1));
    return new Rule(text.substring(0, equals), new Grant(role, scope));
  }

  private static Scope scope(String text) {
    var colon = text.indexOf(':');
    return colon < 0
        ? Scope.of(text, null)
        : Scope.of(text.substring(0, colon), text.substring(colon + 1));
  }

  /** What somebody in these groups gets. */
  public List<Grant> of(Set<String> groups) {
    return rules.stream().filter(rule -> rule.fits(groups)).map(Rule::grant).distinct().toList();
  }

  /** The teams that somebody in these groups is of: a role for a team is for one of its members. */
  public Set<TeamName> teams(Set<String> groups) {
    return teamsOf(of(groups).stream());
  }

  /** All teams that some rule names. */
  public Set<TeamName> teams() {
    return teamsOf(rules.stream().map(Rule::grant));
  }

  private static Set<TeamName> teamsOf(Stream<Grant> grants) {
    return grants
        .map(Grant::scope)
        .filter(Scope.OfTeam.class::isInstance)
        .map(scope -> ((Scope.OfTeam) scope).team())
        .collect(Collectors.toUnmodifiableSet());
  }
}
