package direttore.domain.calendar;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;

/** Which reservations a feed shows, of those that its owner may see. */
public sealed interface FeedScope {
  /** Those of the owner. */
  record Mine() implements FeedScope {
    @Override
    public String toString() {
      return "mine";
    }
  }

  /** Those of a team. */
  record OfTeam(TeamName team) implements FeedScope {
    @Override
    public String toString() {
      return PREFIX + team.value();
    }
  }

  /** Everybody's. */
  record All() implements FeedScope {
    @Override
    public String toString() {
      return "all";
    }
  }

  /** Before the name of a team. */
  String PREFIX = "team:";

  /** Reads {@code mine}, {@code all} or {@code team:NAME}; refuses with the field {@code scope}. */
  static FeedScope parse(String text) {
    return switch (text) {
      case "mine" -> new Mine();
      case "all" -> new All();
      case String team when team.startsWith(PREFIX) -> ofTeam(team.substring(PREFIX.length()));
      default -> throw refusal();
    };
  }

  private static FeedScope ofTeam(String name) {
    try {
      return new OfTeam(new TeamName(name));
    } catch (Refusal.Invalid e) {
      throw refusal();
    }
  }

  private static Refusal.Invalid refusal() {
    return new Refusal.Invalid("scope", "must be mine, all or team:NAME");
  }
}
