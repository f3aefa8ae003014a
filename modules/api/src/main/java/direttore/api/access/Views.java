package direttore.api.access;

import direttore.domain.access.ApiToken;
import direttore.domain.access.Authentication;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Right;
import direttore.domain.access.Session;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import direttore.domain.holding.Ownership;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What answers say of people. */
final class Views {
  private Views() {}

  /** A role and where it holds. */
  record GrantView(String role, String scope, @Nullable String value) {
    static List<GrantView> of(Collection<Grant> grants) {
      return grants.stream()
          .sorted(Comparator.comparing(Grant::role).reversed())
          .map(g -> new GrantView(g.role().wire(), g.scope().kind(), g.scope().value()))
          .toList();
    }
  }

  /** Who asks. */
  record Me(
      String name,
      String display,
      String via,
      String role,
      List<GrantView> grants,
      List<String> teams,
      List<String> sentences,
      List<String> rights,
      @Nullable Instant expires,
      boolean local) {
    static Me of(Authentication authentication, boolean local) {
      var actor = authentication.actor();
      return new Me(
          actor.name(),
          actor.display(),
          actor.via().wire(),
          actor.role().wire(),
          GrantView.of(actor.grants()),
          names(actor.teams()),
          actor.sentencesForThem(),
          Arrays.stream(Right.values()).filter(actor::has).map(Right::wire).toList(),
          authentication.expires(),
          local);
    }
  }

  /** One of the own sessions. */
  record SessionView(
      UUID id,
      Instant created,
      Instant lastSeen,
      Instant expires,
      String address,
      String agent,
      boolean current) {
    static SessionView of(Session session, @Nullable UUID current) {
      return new SessionView(
          session.id(),
          session.created(),
          session.seen(),
          session.expires(),
          session.client().address(),
          session.client().agent(),
          session.id().equals(current));
    }
  }

  /** An API token, without its secret. */
  record TokenView(
      UUID id,
      String name,
      String role,
      Instant created,
      Instant expires,
      @Nullable Instant lastUsed,
      @Nullable String lastAddress) {
    static TokenView of(ApiToken token) {
      return new TokenView(
          token.id(),
          token.name(),
          token.role().wire(),
          token.created(),
          token.expires(),
          token.lastUsed(),
          token.lastAddress());
    }
  }

  /** Somebody. */
  record PersonView(
      String name,
      String display,
      boolean disabled,
      boolean local,
      boolean oidc,
      List<GrantView> grants,
      List<GrantView> provided,
      List<String> teams,
      List<String> providedTeams,
      List<String> sentences,
      Instant created,
      @Nullable Instant lastSignIn) {
    static PersonView of(Person person) {
      return new PersonView(
          person.name().value(),
          person.display(),
          person.disabled(),
          person.local(),
          person.oidc(),
          GrantView.of(person.given()),
          GrantView.of(person.provided()),
          names(person.givenTeams()),
          names(person.providedTeams()),
          person.grants().stream().map(Grant::sentence).distinct().toList(),
          person.created(),
          person.lastSignIn());
    }
  }

  /** A team. */
  record TeamView(String name, List<String> members) {
    static TeamView of(Team team) {
      return new TeamView(
          team.name().value(), team.members().stream().map(PersonName::value).toList());
    }
  }

  /** Who has a guest. */
  record OwnerView(int vmid, String owner, @Nullable String team, Instant since) {
    static OwnerView of(Ownership ownership) {
      var team = ownership.owner().team();
      return new OwnerView(
          ownership.vmid().value(),
          ownership.owner().name().value(),
          team == null ? null : team.value(),
          ownership.since());
    }
  }

  private static List<String> names(Collection<TeamName> teams) {
    return teams.stream().sorted().map(TeamName::value).toList();
  }
}
