package direttore.domain.reservation.life;

import direttore.domain.reservation.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * What a guest that runs still lacks to be ready.
 *
 * @param said what Proxmox said when it was asked, or null
 */
public record Lack(Of of, @Nullable String said) {

  /** What may be lacking. */
  public enum Of {
    AGENT,
    ADDRESS,
    PORT
  }

  /** What is waited for. */
  String waited(Readiness ready) {
    return switch (of) {
      case AGENT -> "its agent";
      case ADDRESS -> "an address";
      case PORT -> "port %d".formatted(ready.port());
    };
  }

  /** Why it has failed when that did not come in time. */
  String late(Readiness ready) {
    var minutes = ready.within().toMinutes();
    var after = minutes == 1 ? "a minute" : minutes + " minutes";
    var what =
        switch (of) {
          case AGENT -> "No answer of its agent after " + after;
          case ADDRESS -> "No address after " + after;
          case PORT -> "No answer at port %d after %s".formatted(ready.port(), after);
        };
    return said == null ? what + "." : what + ": " + said;
  }
}
