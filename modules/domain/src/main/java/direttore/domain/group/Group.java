package direttore.domain.group;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.operation.Submitter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many orders that somebody gave as one. How far it is stands in the rows of its operations.
 *
 * @param kind the word for what its members do, as of the first
 * @param person who ordered it, or null where nobody signs in
 * @param round rises when what it wants changes; operations of an older one do nothing more
 * @param wave how many of its operations may be under way at once
 * @param size how many members it has
 * @param starts whether the guests are started once all that was ordered has ended
 */
public record Group(
    UUID id,
    String title,
    String kind,
    String requestedBy,
    @Nullable UUID person,
    Want want,
    int round,
    int wave,
    int size,
    boolean starts,
    Instant created,
    @Nullable Instant finished) {
  public static final int MOST_MEMBERS = 200;
  public static final int MOST_AT_ONCE = 50;
  public static final int USUAL_WAVE = 10;
  public static final int LONGEST_TITLE = 200;

  public Group {
    if (size < 1 || size > MOST_MEMBERS) {
      throw new Refusal.Invalid("members", "must be 1 to %d".formatted(MOST_MEMBERS));
    }
    if (wave < 1 || wave > MOST_AT_ONCE) {
      throw new Refusal.Invalid("wave", "must be 1 to %d".formatted(MOST_AT_ONCE));
    }
    if (title.isBlank() || title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
      throw new Refusal.Invalid("title", "must have 1 to %d characters".formatted(LONGEST_TITLE));
    }
  }

  /** Whether it may still change. */
  public boolean active() {
    return finished == null;
  }

  /** What it does, in turn. */
  public List<Stage> stages() {
    return starts ? List.of(Stage.ORDER, Stage.START) : List.of(Stage.ORDER);
  }

  /** Who submits its operations: what they may was decided when they ordered it. */
  Submitter submitter(@Nullable TeamName team) {
    var actor =
        new Actor(
            person == null ? Actor.NOBODY : person,
            requestedBy,
            requestedBy,
            List.of(),
            team == null ? Set.of() : Set.of(team),
            person == null ? Actor.Via.NONE : Actor.Via.SESSION);
    return new Submitter(actor, null, List.of());
  }
}
