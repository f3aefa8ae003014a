package direttore.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be worked with, whatever is asked of it; the message is one sentence. */
public final class UnfitDatabase extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnfitDatabase(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
