package direttore.domain.access;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
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
 * @param outcome how it ended; where an operation does the rest, how that ended so far
 * @param detail why it was refused or failed; empty when done
 * @param operation what carries an order out, or was to be cancelled; null for anything else
 * @param ended when the operation ended, or null
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
    String detail,
    @Nullable UUID operation,
    @Nullable Instant ended) {
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_TARGET = 200;
  private static final int LONGEST_DETAIL = 1000;
  private static final int LONGEST_VALUE = 16 * 1024;

  /** What comes from strangers is cut and made one line, wherever an entry is kept or told. */
  public AuditEntry {
    who = OneLine.of(who, LONGEST_WORD);
    address = OneLine.of(address, LONGEST_WORD);
    action = OneLine.of(action, LONGEST_WORD);
    target = OneLine.of(target, LONGEST_TARGET);
    before = bounded(before);
    after = bounded(after);
    request = OneLine.of(request, LONGEST_WORD);
    detail = OneLine.of(detail, LONGEST_DETAIL);
  }

  /** Something that no operation has to do with. */
  public AuditEntry(
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
    this(
        id, at, who, via, address, action, target, before, after, request, outcome, detail, null,
        null);
  }

  private static @Nullable String bounded(@Nullable String json) {
    return json == null || json.length() <= LONGEST_VALUE
        ? json
        : "\"%d characters, too many to be kept\"".formatted(json.length());
  }

  /** How it went. */
  public enum Outcome {
    /** An order was taken; its operation has not ended, or it is not known how it did. */
    ACCEPTED,
    DONE,
    REFUSED,
    FAILED,
    /** An order whose operation was ended early. */
    CANCELLED;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
