package direttore.app;

import direttore.app.AuditedCommand.Said;
import direttore.app.wiring.AccessParts;
import direttore.domain.Refusal;
import direttore.domain.access.People.Identity;
import direttore.domain.access.PersonName;

/** Who somebody is at the OpenID provider, as it is changed from the command line. */
final class ProviderAccounts {
  private ProviderAccounts() {}

  /** Refuses to give somebody's account to another subject unless that is what is wanted. */
  static Said connect(AccessParts parts, PersonName name, String subject, boolean replace) {
    var person = parts.person(name);
    var wanted = new Identity(parts.issuer(), subject);
    var before = parts.people().identity(name).filter(old -> !old.equals(wanted)).orElse(null);
    if (before != null && !replace) {
      throw new Refusal.WrongState(
          "%s (%s) is %s until now; whoever is %s would get their account. --replace does it"
              .formatted(name, person.display(), text(before), text(wanted)),
          null);
    }
    var other = parts.people().find(wanted.issuer(), subject).filter(p -> !p.name().equals(name));
    if (other.isPresent()) {
      throw new Refusal.WrongState(
          "%s is %s here, and %s cannot be as well: disconnect %s first"
              .formatted(text(wanted), other.get().name(), name, other.get().name()),
          null);
    }
    parts.people().connect(name, wanted);
    var instead = before == null ? "" : ", no longer as " + text(before);
    return new Said(
        "%s can sign in at the provider as subject %s%s.".formatted(name, subject, instead),
        text(wanted) + (before == null ? "" : " instead of " + text(before)));
  }

  static Said disconnect(AccessParts parts, PersonName name) {
    var before = parts.people().identity(parts.person(name).name());
    parts.people().disconnect(name);
    return new Said(
        "%s can no longer sign in at the provider; their sessions have ended.".formatted(name),
        before.map(ProviderAccounts::text).orElse("was not connected"));
  }

  /** Everybody whom the provider knew at its old address. */
  static Said move(AccessParts parts, String old) {
    var moved = parts.people().move(old, parts.issuer());
    return new Said(
        "%d people are known by %s now.".formatted(moved, parts.issuer()),
        "%d from %s to %s".formatted(moved, old, parts.issuer()));
  }

  private static String text(Identity identity) {
    return "subject %s of %s".formatted(identity.subject(), identity.issuer());
  }
}
