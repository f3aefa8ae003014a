package direttore.domain.preference;

import java.util.UUID;

/** What each person prefers. */
public interface PeoplePreferences {
  /** {@link Preferences#NONE} where they said nothing. */
  Preferences of(UUID person);

  void set(UUID person, Preferences preferences);
}
