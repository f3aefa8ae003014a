package direttore.api.access;

import direttore.api.http.Authenticator;
import direttore.domain.access.ApiTokens;
import direttore.domain.access.Audit;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.Federation;
import direttore.domain.access.People;
import direttore.domain.access.Sessions;
import direttore.domain.access.SignIn;
import direttore.domain.allowance.Allowances;
import direttore.domain.holding.Access;
import direttore.domain.holding.Holdings;
import direttore.domain.quota.Quotas;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the API needs to know people by.
 *
 * @param required whether somebody must sign in; false lets everybody do everything
 * @param federation absent where no other server vouches for people
 */
public record Identity(
    boolean required,
    People people,
    Sessions sessions,
    ApiTokens tokens,
    Holdings holdings,
    Quotas quotas,
    Allowances allowances,
    Audit audit,
    SignIn signIn,
    Optional<Federation> federation,
    CredentialCheck credentials,
    Access access) {

  /** What knows who sends a request. */
  public Authenticator authenticator() {
    return required ? new RequestCredentials(credentials) : Authenticator.OPEN;
  }

  /** Revokes all of somebody's tokens, at once. */
  void revokeTokens(UUID person) {
    tokens.revokeAll(person);
    credentials.forget();
  }
}
