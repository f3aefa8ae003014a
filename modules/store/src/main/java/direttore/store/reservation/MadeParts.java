package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operations;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.store.operation.GroupColumns;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guests that reservations shall bring into being, as they are ordered. */
final class MadeParts {
  private final Secrets secrets;
  private final Supplier<UUID> ids;

  MadeParts(Secrets secrets, Supplier<UUID> ids) {
    this.secrets = secrets;
    this.ids = ids;
  }

  /** Those of a reservation that is new. */
  void add(DbExecute execute, Reservation reservation) {
    for (var guests : reservation.guests()) {
      guests.parts().forEach(part -> add(execute, reservation, guests, part));
    }
  }

  private void add(DbExecute execute, Reservation reservation, GuestsWanted guests, NewPart part) {
    var care = guests.care(reservation.atEnd());
    PartRows.add(execute, secrets, reservation.id(), care, ids.get(), part);
  }

  /** Those that it brings instead; what is ordered as before stays, with its secrets. */
  void change(DbExecute execute, Reservation before, Reservation after) {
    var orders = after.guests().stream().mapToInt(guests -> guests.parts().size()).sum();
    if (orders == 0 && !after.guests().isEmpty()) {
      return;
    }
    var there =
        PartRows.of(execute, before.id()).stream()
            .filter(Part::made)
            .collect(Collectors.toMap(Part::name, Function.identity()));
    var gone = new HashSet<>(there.values());
    var fresh = new ArrayList<Runnable>();
    for (var guests : after.guests()) {
      for (var part : guests.parts()) {
        var old = there.get(part.name());
        if (old != null && part.secrets().none() && part.making().equals(old.making())) {
          gone.remove(old);
        } else {
          var whole =
              new NewPart(part.name(), part.making(), known(execute, before, there, guests, part));
          fresh.add(() -> add(execute, after, guests, whole));
        }
      }
    }
    PartRows.forgetMade(execute, gone.stream().map(Part::id).toList());
    fresh.forEach(Runnable::run);
  }

  /** Secrets that are not said again are those of guests that were ordered in the same words. */
  private GuestSecrets known(
      DbExecute execute,
      Reservation before,
      Map<String, Part> there,
      GuestsWanted guests,
      NewPart part) {
    return part.secrets().none()
        ? like(before, guests).stream()
            .flatMap(name -> Stream.ofNullable(there.get(name)))
            .findFirst()
            .map(old -> known(execute, old))
            .orElse(GuestSecrets.NONE)
        : part.secrets();
  }

  private GuestSecrets known(DbExecute execute, Part part) {
    try {
      return secrets
          .find(execute, SecretOwner.part(part.id()))
          .map(GroupColumns::secrets)
          .orElse(GuestSecrets.NONE);
    } catch (Operations.Sealed e) {
      throw new Refusal.Invalid(
          "guests", "must say their password and SSH keys again: the old ones cannot be read");
    }
  }

  private static List<String> like(Reservation before, GuestsWanted guests) {
    return before.guests().stream()
        .filter(each -> each.kind() == guests.kind() && each.request().equals(guests.request()))
        .flatMap(each -> each.names().stream())
        .toList();
  }
}
