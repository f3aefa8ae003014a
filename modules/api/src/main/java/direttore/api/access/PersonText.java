package direttore.api.access;

import direttore.api.http.Json;
import direttore.domain.access.Person;

/** Somebody as the audit keeps them. */
public final class PersonText {
  private PersonText() {}

  /** The same JSON that the API answers with. */
  public static String of(Person person) {
    return Json.text(Views.PersonView.of(person));
  }
}
