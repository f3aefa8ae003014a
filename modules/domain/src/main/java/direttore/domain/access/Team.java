package direttore.domain.access;

import java.util.List;

/** People who have guests together. */
public record Team(TeamName name, List<PersonName> members) {
  public Team {
    members = List.copyOf(members);
  }
}
