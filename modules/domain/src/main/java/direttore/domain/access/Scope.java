package direttore.domain.access;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import org.jspecify.annotations.Nullable;

/** Where a role holds. It narrows what may be made and changed; seeing has no bounds. */
public sealed interface Scope {
  /** The whole lab. */
  record Everywhere() implements Scope {
    @Override
    public boolean holds(Place place) {
      return true;
    }

    @Override
    public String words() {
      return "";
    }
  }

  /** What runs on one node. */
  record OnNode(NodeName node) implements Scope {
    @Override
    public boolean holds(Place place) {
      return place.node().equals(node);
    }

    @Override
    public String words() {
      return " on node " + node;
    }
  }

  /** What carries a tag. */
  record Tagged(String tag) implements Scope {
    public Tagged {
      if (tag.isBlank()) {
        throw new Refusal.Invalid("value", "must be a tag");
      }
    }

    @Override
    public boolean holds(Place place) {
      return place.tags().contains(tag);
    }

    @Override
    public String words() {
      return " with the tag " + tag;
    }
  }

  /** What belongs to a team. */
  record OfTeam(TeamName team) implements Scope {
    @Override
    public boolean holds(Place place) {
      return team.equals(place.team());
    }

    @Override
    public String words() {
      return " of team " + team;
    }
  }

  /** Whether it has no bounds. */
  default boolean whole() {
    return this instanceof Everywhere;
  }

  /** Whether a guest lies within. */
  boolean holds(Place place);

  /** The words after "guests", with a blank before them; empty for all. */
  String words();

  /** The word for this kind of scope. */
  default String kind() {
    return switch (this) {
      case Everywhere _ -> "everywhere";
      case OnNode _ -> "node";
      case Tagged _ -> "tag";
      case OfTeam _ -> "team";
    };
  }

  /** Which node, tag or team; null for everywhere. */
  default @Nullable String value() {
    return switch (this) {
      case Everywhere _ -> null;
      case OnNode s -> s.node().value();
      case Tagged s -> s.tag();
      case OfTeam s -> s.team().value();
    };
  }

  /** The scope of a kind and its value; refuses what cannot be. */
  static Scope of(String kind, @Nullable String value) {
    if (kind.equals("everywhere")) {
      if (value != null) {
        throw new Refusal.Invalid("value", "must be null for everywhere");
      }
      return new Everywhere();
    }
    return switch (kind) {
      case "node" -> new OnNode(new NodeName(required(kind, value)));
      case "tag" -> new Tagged(required(kind, value));
      case "team" -> new OfTeam(new TeamName(required(kind, value)));
      default -> throw new Refusal.Invalid("scope", "must be everywhere, node, tag or team");
    };
  }

  private static String required(String kind, @Nullable String value) {
    if (value == null) {
      throw new Refusal.Invalid("value", "must name the %s".formatted(kind));
    }
    return value;
  }
}
