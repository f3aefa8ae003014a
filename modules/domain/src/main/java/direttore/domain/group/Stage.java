package direttore.domain.group;

import java.util.Locale;

/** What a group does one after the other: all members end one before any begins the next. */
public enum Stage {
  /** What was ordered of each member. */
  ORDER,
  /** Start the guests of those that ended it well. */
  START;

  /** The word in keys. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
