package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a guest that a reservation makes is ready.
 *
 * @param port that answers, or null where none is asked
 * @param within how long it may take once it runs, before it has failed
 */
public record Readiness(Check check, @Nullable Integer port, Duration within) {
  public static final Duration USUAL = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofMinutes(60);
  public static final Readiness RUNNING = new Readiness(Check.RUNNING, null, USUAL);

  /** What is looked at. */
  public enum Check {
    /** Nothing: it is ready once it is made. */
    NONE,
    RUNNING,
    /** The agent in it answers. */
    AGENT,
    /** An address of it is known. */
    ADDRESS,
    /** A TCP port at one of its addresses answers. */
    PORT;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Check parse(String wire) {
      return Arrays.stream(values())
          .filter(each -> each.wire().equals(wire))
          .findFirst()
          .orElseThrow(
              () -> new Refusal.Invalid("check", "must be none, running, agent, address or port"));
    }
  }

  public Readiness {
    if ((check == Check.PORT) != (port != null)) {
      throw new Refusal.Invalid("port", "must be given where a port is asked, and only there");
    }
    if (port != null && (port < 1 || port > 65_535)) {
      throw new Refusal.Invalid("port", "must be 1 to 65535");
    }
    if (within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(LONGEST) > 0) {
      throw new Refusal.Invalid("minutes", "must be 1 to %d".formatted(LONGEST.toMinutes()));
    }
  }

  /** Whether the guest itself has to be asked. */
  public boolean asks() {
    return switch (check) {
      case NONE, RUNNING -> false;
      case AGENT, ADDRESS, PORT -> true;
    };
  }
}
