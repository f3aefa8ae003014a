package direttore.domain.access;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried.
 *
 * @param id rises with time
 * @param who the person's name; empty where nobody got in, whom they claimed to be is the target
 * @param address where the request came from; empty for the command line
 * @param action such as {@code sign-in} or {@code guest.start}
 * @param target such as {@code guest/1042}; empty when it was about nothing in particular
 * @param before what was, as JSON without secrets, or null
 * @param after what is, as JSON without secrets, or null
 * @param request the request's id
 * @param detail why it was refused or failed; empty when done
 */
public record AuditEntry(
    long id,
    Instant at,
    String who,
    Actor.Via via,
    String address,
    String action,
    String target,
    @Nullable String before,
    @Nullable String after,
    String request,
    Outcome outcome,
    String detail) {
  /** How it went. */
  public enum Outcome {
    DONE,
    REFUSED,
    FAILED;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
