package direttore.domain.agenda;

import direttore.domain.time.Every;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is done periodically. Doing it twice must be harmless: a process that loses its
 * database in the middle does not know that another has begun.
 *
 * @param name lower-case words with hyphens, the same between releases
 */
public record Duty(String name, Scope scope, Every every, Work work) {
  public Duty {
    if (!name.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("%s is no name of a duty".formatted(name));
    }
  }

  /** Where it is done. */
  public enum Scope {
    /** Once, by whichever process is first. */
    LAB,
    /** By each process for itself. */
    PROCESS;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it; answers what it found to be wrong, in a sentence. One that throws has failed, and is
     * tried again.
     */
    Optional<String> run();
  }

  /** Something that is done once for all processes. */
  public static Duty once(String name, Every every, Work work) {
    return new Duty(name, Scope.LAB, every, work);
  }

  /** Something that each process does for itself. */
  public static Duty each(String name, Every every, Work work) {
    return new Duty(name, Scope.PROCESS, every, work);
  }
}
