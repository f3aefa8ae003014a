package direttore.domain.reservation;

import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a reservation is.
 *
 * @param requester the person's name
 * @param person null where nobody signs in
 * @param team the team that has it too, or null
 */
public record Party(String requester, @Nullable UUID person, @Nullable TeamName team) {
  public Party {
    ReservedText.line("requester", requester, 1, 100);
  }

  /** Whether it is this person's, or their team's. */
  public boolean includes(Actor actor) {
    var theirs = person != null && person.equals(actor.id());
    return theirs || (team != null && actor.teams().contains(team));
  }
}
