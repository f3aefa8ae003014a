package direttore.app.start;

import org.jspecify.annotations.Nullable;

/** A foreseen reason not to start: one sentence for the person at the console, and an exit code. */
public abstract sealed class StartRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private StartRefusal(String sentence, int exitCode, @Nullable Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /** The status that the process ends with, never 0. */
  public final int exitCode() {
    return exitCode;
  }

  /** A setting is unknown or has a value that cannot be used; exit code 2. */
  public static final class WrongSetting extends StartRefusal {
    private static final long serialVersionUID = 1;

    /** The sentence names the setting and says what was expected. */
    public WrongSetting(String sentence) {
      super(sentence, 2, null);
    }
  }

  /** A port or a folder is in use by another process; exit code 3. */
  public static final class Taken extends StartRefusal {
    private static final long serialVersionUID = 1;

    /** The sentence names what is taken and the setting that avoids it. */
    public Taken(String sentence) {
      super(sentence, 3, null);
    }
  }

  /** Something that the program needs does not work; exit code 1. */
  public static final class Broken extends StartRefusal {
    private static final long serialVersionUID = 1;

    /** The sentence says what does not work and where to look. */
    public Broken(String sentence, @Nullable Throwable cause) {
      super(sentence, 1, cause);
    }
  }
}
