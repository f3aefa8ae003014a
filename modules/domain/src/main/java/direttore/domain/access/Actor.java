package direttore.domain.access;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for something, and all that decides whether they may.
 *
 * @param id the person's, {@link #NOBODY} when nobody signs in here
 * @param name the person's sign-in name
 * @param grants their roles, already narrowed to that of an API token
 */
public record Actor(
    UUID id, String name, String display, List<Grant> grants, Set<TeamName> teams, Via via) {
  /** The id of whoever comes where nobody signs in. */
  public static final UUID NOBODY = new UUID(0, 0);

  /** Everybody, where nobody signs in: {@code AUTH_MODE=none}. */
  public static final Actor ANYBODY =
      new Actor(
          NOBODY,
          "anonymous",
          "Everybody",
          List.of(Grant.everywhere(Role.ADMIN)),
          Set.of(),
          Via.NONE);

  /**
   * Refuses the name of {@link #ANYBODY} for a new person, who would else be taken for whoever
   * ordered something while nobody signed in.
   */
  public static void refuseNobodysName(PersonName name) {
    if (isNobodysName(name)) {
      throw new Refusal.WrongState(
          "%s is what everybody is called where nobody signs in; choose another name"
              .formatted(name),
          "name");
    }
  }

  /** Whether it is the name of {@link #ANYBODY}. */
  public static boolean isNobodysName(PersonName name) {
    return name.value().equals(ANYBODY.name);
  }

  /** Somebody who is known by a name at most, and may do nothing. */
  public static Actor stranger(String name) {
    return new Actor(NOBODY, name, name, List.of(), Set.of(), Via.NONE);
  }

  /** How somebody came in. */
  public enum Via {
    SESSION,
    TOKEN,
    LINK,
    COMMAND_LINE,
    NONE;

    /** The word in answers and in the audit. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Actor {
    grants = List.copyOf(grants);
    teams = Set.copyOf(teams);
  }

  /** The same person, allowed no more than a role. */
  public Actor atMost(Role cap, Via through) {
    var capped =
        grants.stream().map(g -> new Grant(g.role().atMost(cap), g.scope())).distinct().toList();
    return new Actor(id, name, display, capped, teams, through);
  }

  /** The highest role, wherever it holds; viewer without any. */
  public Role role() {
    return grants.stream().map(Grant::role).max(Role::compareTo).orElse(Role.VIEWER);
  }

  /** Whether they hold the right at least somewhere. */
  public boolean has(Right right) {
    return !grantsOf(right).isEmpty();
  }

  /** Refuses with {@code Forbidden} when they hold the right nowhere. */
  public void require(Right right) {
    if (!has(right)) {
      throw new Refusal.Forbidden(right, whyNot(right));
    }
  }

  /** Whether a new guest may be made at this place. */
  public boolean mayMake(Place place) {
    return holds(Right.MAKE_GUESTS, place, g -> true);
  }

  /**
   * Whether they may book what is there, for a team or without one.
   *
   * @param node null for what is on no node
   */
  public boolean mayBook(@Nullable NodeName node, @Nullable TeamName team) {
    return grantsOf(Right.BOOK).stream()
        .anyMatch(grant ->
            switch (grant.scope()) {
              case Scope.Everywhere _ -> true;
              case Scope.OnNode(var there) -> there.equals(node);
              case Scope.OfTeam(var theirs) -> theirs.equals(team);
              case Scope.Tagged _ -> false;
            });
  }

  /** Whether the guest at this place may be changed. */
  public boolean mayChange(Place place) {
    return holds(
        Right.CHANGE_GUESTS, place, g -> g.role().covers(Role.OPERATOR) || belongsTo(place));
  }

  /** Whether an operator asks for a new guest at this place. */
  public boolean operates(Place place) {
    return grants.stream().anyMatch(g -> g.role().covers(Role.OPERATOR) && g.scope().holds(place));
  }

  /** Whether they are an operator at least somewhere. */
  public boolean operatesSomewhere() {
    return grants.stream().anyMatch(g -> g.role().covers(Role.OPERATOR));
  }

  /** Whether every guest may be changed, wherever it is. */
  public boolean changesAll() {
    return grants.stream().anyMatch(g -> g.role().covers(Role.OPERATOR) && g.scope().whole());
  }

  /** Why the right is not theirs everywhere, in words for them. */
  public String whyNot(Right right) {
    return new Bounds(this, Voice.TO_THEM).of(right);
  }

  /** Why the right is not theirs everywhere, in words for others. */
  public String whyTheyMayNot(Right right) {
    return new Bounds(this, Voice.ABOUT_THEM).of(right);
  }

  /** The grants by which they hold the right. */
  List<Grant> grantsOf(Right right) {
    return grants.stream().filter(g -> g.role().has(right) && wholly(right, g)).toList();
  }

  private boolean holds(Right right, Place place, Predicate<Grant> besides) {
    return grants.stream()
        .anyMatch(g -> g.role().has(right) && g.scope().holds(place) && besides.test(g));
  }

  private boolean belongsTo(Place place) {
    var team = place.team();
    return id.equals(place.owner()) || (team != null && teams.contains(team));
  }

  /** Rights that have no place are held everywhere or not at all. */
  private static boolean wholly(Right right, Grant grant) {
    return switch (right) {
      case SEE, MAKE_GUESTS, CHANGE_GUESTS, BOOK, APPROVE -> true;
      case BLACKOUT, MANAGE_RESOURCES, MANAGE_WEBHOOKS, RUN_JOBS, MANAGE_PEOPLE, READ_AUDIT ->
          grant.scope().whole();
    };
  }

  /** What the grants allow, as it stands after the person's name. */
  public List<String> sentences() {
    return grants.stream().map(Grant::sentence).distinct().toList();
  }

  /** What the grants allow, a whole sentence each, in words for them. */
  public List<String> sentencesForThem() {
    return grants.stream()
        .map(g -> "You %s.".formatted(g.sentence(Voice.TO_THEM)))
        .distinct()
        .toList();
  }

  /** The actor behind something that was done, if it was somebody who signs in. */
  public Optional<UUID> person() {
    return id.equals(NOBODY) ? Optional.empty() : Optional.of(id);
  }
}
