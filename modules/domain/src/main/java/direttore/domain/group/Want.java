package direttore.domain.group;

import java.util.Locale;

/** What a group is to come to. */
public enum Want {
  /** Everything that was ordered. */
  DONE,
  /** Nothing more than what is done already. */
  CANCELLED;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
