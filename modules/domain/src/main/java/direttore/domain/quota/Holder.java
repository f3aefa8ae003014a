package direttore.domain.quota;

import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;

/** Who has guests. */
public sealed interface Holder {
  /** Somebody. */
  record OfPerson(PersonName name) implements Holder {
    @Override
    public String value() {
      return name.value();
    }
  }

  /** A team, which has its members' guests too where they were made for it. */
  record OfTeam(TeamName name) implements Holder {
    @Override
    public String value() {
      return name.value();
    }
  }

  /** The name. */
  String value();
}
