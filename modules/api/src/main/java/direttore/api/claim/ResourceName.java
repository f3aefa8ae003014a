package direttore.api.claim;

import direttore.domain.reservation.Resource;

/** A resource by its number and by what people call it, in answers. */
public record ResourceName(int id, String kind, String name) {
  public static ResourceName of(Resource.Ref resource) {
    return new ResourceName(resource.id(), resource.kind().wire(), resource.name());
  }
}
