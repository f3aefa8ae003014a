package direttore.api.claim;

import direttore.domain.reservation.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A resource by its number and by what people call it, in answers.
 *
 * @param id null for guests and addresses that nobody has booked yet
 */
public record ResourceName(@Nullable Integer id, String kind, String name) {
  public static ResourceName of(Resource.Ref resource) {
    var number = resource.id() > 0 ? resource.id() : null;
    return new ResourceName(number, resource.kind().wire(), resource.name());
  }
}
