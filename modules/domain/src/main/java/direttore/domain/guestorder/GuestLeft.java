package direttore.domain.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Left;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A guest that an operation made, wholly or in part, and left behind when it ended early.
 *
 * @param state how it was at that moment
 * @param lock what held it then, such as {@code clone}, or null
 */
public record GuestLeft(GuestRef guest, State state, @Nullable String lock) implements Left {

  /** Whether a guest that was left runs. */
  public enum State {
    RUNNING,
    STOPPED,
    /** It was made, and could not be looked at. */
    UNKNOWN;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
