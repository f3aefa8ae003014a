package direttore.domain.reservation.life;

import direttore.domain.Refusal;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestSecrets;

/**
 * A guest that a reservation shall bring into being.
 *
 * @param name unique in the reservation
 */
public record NewPart(String name, Member making, GuestSecrets secrets) {
  public NewPart {
    if (name.isBlank() || name.length() > Part.LONGEST_NAME) {
      throw new Refusal.Invalid(
          "name", "must have 1 to %d characters".formatted(Part.LONGEST_NAME));
    }
  }
}
