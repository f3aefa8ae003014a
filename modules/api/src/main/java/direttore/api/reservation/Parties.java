package direttore.api.reservation;

import direttore.api.http.Fields;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.Party;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose a reservation shall be. */
final class Parties {
  private static final String REQUESTER = "requester";
  private static final String TEAM = "team";
  private final People people;

  Parties(People people) {
    this.people = people;
  }

  /** Who is named, or whoever asks; what is wrong with that is noted. */
  @Nullable Party read(Fields fields, Actor actor) {
    var team = team(fields, actor, null);
    var name = fields.text(REQUESTER);
    if (name == null || name.equals(actor.name())) {
      return new Party(actor.name(), actor.person().orElse(null), team);
    }
    if (!actor.operatesSomewhere()) {
      fields.violated(
          REQUESTER, "may only be %s: operators book for others".formatted(actor.name()));
      return null;
    }
    return fields.made(
        REQUESTER,
        name,
        named -> new Party(named, enabled(REQUESTER, named).map(Person::id).orElse(null), team));
  }

  /** Notes another name than whose it is already, as a change gives it to nobody else. */
  static void requireSame(Fields fields, Party before) {
    var name = fields.text(REQUESTER);
    if (name != null && !name.equals(before.requester())) {
      fields.violated(
          REQUESTER, "must stay %s: hand it over instead".formatted(before.requester()));
    }
  }

  /** The team that is named; the other one where none is. */
  @Nullable TeamName team(Fields fields, Actor actor, @Nullable TeamName otherwise) {
    var named = fields.text(TEAM);
    var team = fields.made(TEAM, named, TeamName::new);
    if (team == null) {
      return otherwise;
    }
    if (actor.operatesSomewhere()) {
      if (people.teams().stream().noneMatch(each -> each.name().equals(team))) {
        fields.violated(TEAM, "must be a team that there is");
      }
    } else if (!actor.teams().contains(team)) {
      fields.violated(TEAM, "must be one of your teams");
    }
    return team;
  }

  /** Whoever signs in under the name; refuses where nobody does. */
  Person person(String name) {
    return enabled("person", name)
        .orElseThrow(() -> new Refusal.Invalid("person", "must be somebody who signs in here"));
  }

  /** Whoever is called so; refuses those for whom nothing would be begun. */
  private Optional<Person> enabled(String field, String name) {
    var person = find(name);
    if (person.filter(Person::disabled).isPresent()) {
      throw new Refusal.Invalid(
          field, "must be another: the account of %s is disabled".formatted(name));
    }
    return person;
  }

  private Optional<Person> find(String name) {
    try {
      return people.find(new PersonName(name));
    } catch (Refusal.Invalid e) {
      // Programs of the first Direttore write any text.
      return Optional.empty();
    }
  }
}
