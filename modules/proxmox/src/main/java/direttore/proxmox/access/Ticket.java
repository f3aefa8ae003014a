package direttore.proxmox.access;

import direttore.proxmox.transport.Verb;
import direttore.transport.Encoding;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a login gives: a cookie, and the word that each write must repeat. */
record Ticket(String value, String csrfToken, Instant since) {
  /** Proxmox lets a ticket live 2 h (AccessControl.pm); a long call must not outlive it. */
  private static final Duration LIFE = Duration.ofMinutes(100);

  boolean old(Instant now) {
    return !now.isBefore(since.plus(LIFE));
  }

  Map<String, String> headers(Verb verb) {
    var cookie = "PVEAuthCookie=" + Encoding.percent(value);
    return verb.writes()
        ? Map.of("Cookie", cookie, "CSRFPreventionToken", csrfToken)
        : Map.of("Cookie", cookie);
  }

  @Override
  public String toString() {
    return "ticket since " + since;
  }
}
