package direttore.store.access;

import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderRules;
import direttore.domain.access.TeamName;
import direttore.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes people of rows, with what the settings of today give to the groups that they are in.
 *
 * @param teams those that there are: a rule may name one that nobody has made yet
 */
record PersonReading(ProviderRules rules, Set<TeamName> teams, Instant now) {
  Person person(Row row, List<Grant> given, Set<TeamName> givenTeams, Set<String> groups) {
    var until = row.instantOrNull("vouched_until");
    var issuer = row.textOrNull("issuer");
    var counts = until != null && now.isBefore(until) && rules.counts(issuer);
    return new Person(
        row.uuid("id"),
        new PersonName(row.text("name")),
        row.text("display"),
        row.flag("disabled"),
        row.flag("local"),
        row.flag("oidc"),
        given,
        counts ? rules.roles().of(groups) : List.of(),
        givenTeams,
        counts ? existing(groups) : Set.of(),
        counts,
        row.instant("created_at"),
        row.instantOrNull("last_sign_in"));
  }

  private Set<TeamName> existing(Set<String> groups) {
    return rules.roles().teams(groups).stream()
        .filter(teams::contains)
        .collect(Collectors.toUnmodifiableSet());
  }
}
