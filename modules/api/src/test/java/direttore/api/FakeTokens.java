package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.ApiToken;
import direttore.domain.access.ApiTokens;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.TokenName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** API tokens in memory. */
final class FakeTokens implements ApiTokens {
  private final Map<String, ApiToken> tokens = new LinkedHashMap<>();

  int count() {
    return tokens.size();
  }

  @Override
  public ApiToken make(
      UUID person, TokenName name, Role role, Secret secret, Instant now, Instant expires) {
    if (of(person).stream().anyMatch(t -> t.name().equals(name.value()))) {
      throw new Refusal.WrongState("you have a token called %s already".formatted(name), "name");
    }
    var token =
        new ApiToken(UUID.randomUUID(), person, name.value(), role, now, expires, null, null);
    tokens.put(FakeAccess.key(secret), token);
    return token;
  }

  @Override
  public Optional<ApiToken> find(Secret secret) {
    return Optional.ofNullable(tokens.get(FakeAccess.key(secret)));
  }

  @Override
  public void used(UUID id, String address, Instant now) {}

  @Override
  public List<ApiToken> of(UUID person) {
    return tokens.values().stream().filter(t -> t.person().equals(person)).toList();
  }

  @Override
  public boolean revoke(UUID person, UUID id) {
    return tokens.values().removeIf(t -> t.id().equals(id) && t.person().equals(person));
  }

  @Override
  public void revokeAll(UUID person) {
    tokens.values().removeIf(t -> t.person().equals(person));
  }
}
