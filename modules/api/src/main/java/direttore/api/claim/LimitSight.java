package direttore.api.claim;

import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.reservation.Resource;

/** Who may know how much others may have: who manages people, and of a team its members. */
public final class LimitSight {
  private LimitSight() {}

  public static boolean open(Resource.Ref resource, Actor viewer) {
    return switch (resource.kind()) {
      case PERSON -> viewer.has(Right.MANAGE_PEOPLE) || viewer.name().equals(resource.name());
      case TEAM ->
          viewer.has(Right.MANAGE_PEOPLE)
              || viewer.teams().stream().anyMatch(team -> team.value().equals(resource.name()));
      default -> true;
    };
  }
}
