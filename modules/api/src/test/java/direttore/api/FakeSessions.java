package direttore.api;

import direttore.domain.access.Client;
import direttore.domain.access.People;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderLogout;
import direttore.domain.access.Secret;
import direttore.domain.access.Session;
import direttore.domain.access.Sessions;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions in memory. */
final class FakeSessions implements Sessions {
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Set<Map.Entry<UUID, String>> addresses = new HashSet<>();
  private final Set<UUID> vouched = new HashSet<>();
  private final Set<String> heard = new HashSet<>();
  private final People people;

  FakeSessions(People people) {
    this.people = people;
  }

  @Override
  public Session openVouched(
      UUID person,
      Secret secret,
      Client client,
      Instant now,
      Instant expires,
      @Nullable String there) {
    var session = open(person, secret, client, now, expires, there);
    vouched.add(session.id());
    return session;
  }

  @Override
  public Session open(UUID person, Secret secret, Client client, Instant now, Instant expires) {
    return open(person, secret, client, now, expires, null);
  }

  private Session open(
      UUID person,
      Secret secret,
      Client client,
      Instant now,
      Instant expires,
      @Nullable String there) {
    var session = new Session(UUID.randomUUID(), person, now, now, expires, client, there);
    sessions.put(FakeAccess.key(secret), session);
    addresses.add(Map.entry(person, client.address()));
    return session;
  }

  @Override
  public boolean cameFrom(PersonName name, String address) {
    return people
        .find(name)
        .filter(p -> addresses.contains(Map.entry(p.id(), address)))
        .isPresent();
  }

  @Override
  public Optional<Session> find(Secret secret) {
    return Optional.ofNullable(sessions.get(FakeAccess.key(secret)));
  }

  @Override
  public void seen(UUID id, Instant now) {}

  @Override
  public List<Session> of(UUID person, Instant now) {
    return sessions.values().stream().filter(s -> s.person().equals(person)).toList();
  }

  @Override
  public boolean end(UUID person, UUID id) {
    return sessions.values().removeIf(s -> s.id().equals(id) && s.person().equals(person));
  }

  @Override
  public void endOthers(UUID person, @Nullable UUID except) {
    sessions.values().removeIf(s -> s.person().equals(person) && !s.id().equals(except));
  }

  @Override
  public void endThere(UUID person, String there) {
    sessions.values().removeIf(s -> s.person().equals(person) && there.equals(s.there()));
  }

  @Override
  public Optional<Set<UUID>> end(ProviderLogout logout, Instant now) {
    if (!heard.add(logout.issuer() + ' ' + logout.id())) {
      return Optional.empty();
    }
    var subject = logout.subject();
    var whose = subject == null ? null : people.find(logout.issuer(), subject).orElse(null);
    var ended =
        sessions.values().stream()
            .filter(s -> vouched.contains(s.id()))
            .filter(s -> subject == null || (whose != null && s.person().equals(whose.id())))
            .filter(s ->
                logout.session() == null
                    || logout.session().equals(s.there())
                    || (whose != null && s.there() == null))
            .toList();
    sessions.values().removeAll(ended);
    return Optional.of(ended.stream().map(Session::person).collect(Collectors.toSet()));
  }

  @Override
  public void sweep(Instant now) {
    sessions.values().removeIf(s -> s.expires().isBefore(now));
  }
}
