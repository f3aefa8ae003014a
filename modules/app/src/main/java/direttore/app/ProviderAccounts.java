package direttore.app;

import direttore.app.AuditedCommand.Said;
import direttore.domain.Refusal;
import direttore.domain.access.People.Identity;
import direttore.domain.access.PersonName;

/** Who somebody is at the OpenID provider, as it is changed from the command line. */
final class ProviderAccounts {
  private ProviderAccounts() {}

  /** Refuses to give somebody's account to another subject unless that is what is wanted. */
  static Said connect(FrontDoor door, PersonName name, String subject, boolean replace) {
    var person = door.person(name);
    var wanted = new Identity(door.issuer(), subject);
    var before = door.people().identity(name).filter(old -> !old.equals(wanted)).orElse(null);
    if (before != null && !replace) {
      throw new Refusal.WrongState(
          "%s (%s) is %s until now; whoever is %s would get their account. --replace does it"
              .formatted(name, person.display(), text(before), text(wanted)),
          null);
    }
    var other = door.people().find(wanted.issuer(), subject).filter(p -> !p.name().equals(name));
    if (other.isPresent()) {
      throw new Refusal.WrongState(
          "%s is %s here, and %s cannot be as well: disconnect %s first"
              .formatted(text(wanted), other.get().name(), name, other.get().name()),
          null);
    }
    door.people().connect(name, wanted);
    var instead = before == null ? "" : ", no longer as " + text(before);
    return new Said(
        "%s can sign in at the provider as subject %s%s.".formatted(name, subject, instead),
        text(wanted) + (before == null ? "" : " instead of " + text(before)));
  }

  static Said disconnect(FrontDoor door, PersonName name) {
    var before = door.people().identity(door.person(name).name());
    door.people().disconnect(name);
    return new Said(
        "%s can no longer sign in at the provider; their sessions have ended.".formatted(name),
        before.map(ProviderAccounts::text).orElse("was not connected"));
  }

  /** Everybody whom the provider knew at its old address. */
  static Said move(FrontDoor door, String old) {
    var moved = door.people().move(old, door.issuer());
    return new Said(
        "%d people are known by %s now.".formatted(moved, door.issuer()),
        "%d from %s to %s".formatted(moved, old, door.issuer()));
  }

  private static String text(Identity identity) {
    return "subject %s of %s".formatted(identity.subject(), identity.issuer());
  }
}
