package direttore.api.access;

import direttore.api.http.AuditedRequest;
import direttore.domain.access.SignIn;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;

/** What every way in ends with: the browser's new cookie, and a name in the audit. */
final class SessionStart {
  private final SignIn signIn;
  private final Clock clock;

  SessionStart(SignIn signIn, Clock clock) {
    this.signIn = signIn;
    this.clock = clock;
  }

  /** A session that came along ends, so that nobody can plant one and see it used by another. */
  void begin(ServerRequest req, ServerResponse res, SignIn.Opened opened) {
    SessionCookie.read(req).ifPresent(signIn::end);
    var authentication = opened.authentication();
    AuditedRequest.of(req).admit(authentication);
    AuditedRequest.of(req).about("person/" + authentication.actor().name());
    var expires = authentication.expires();
    if (expires != null) {
      SessionCookie.give(req, res, opened.secret(), Duration.between(clock.instant(), expires));
    }
  }
}
