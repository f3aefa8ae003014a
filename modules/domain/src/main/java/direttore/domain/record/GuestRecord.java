package direttore.domain.record;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guest that the inventory is to have.
 *
 * @param id also stands in its description there, by which it is found again; of a guest that
 *     Direttore made, the operation that made it
 * @param guest where it was made, or seen last
 * @param requester the name of whoever made it, or asked for it to be recorded
 * @param wanted what is to be recorded, or null while nobody has looked at the guest
 * @param written what was recorded last, or null where nothing was
 * @param machine the id of its virtual machine at NetBox, or null while it is not known to be there
 * @param birth what it was born with, or null while nobody has looked at it
 * @param recordedAt when it was last recorded, or null for never
 */
public record GuestRecord(
    UUID id,
    GuestRef guest,
    State state,
    String requester,
    @Nullable GuestFacts wanted,
    @Nullable GuestFacts written,
    @Nullable Long machine,
    @Nullable Birth birth,
    Instant created,
    @Nullable Instant recordedAt) {

  /** How far it is. */
  public enum State {
    /** Not in the inventory yet, or not for certain. */
    RECORDING,
    RECORDED,
    /** To be removed from the inventory. */
    REMOVING,
    REMOVED,
    /** Somebody took Direttore's tag off it, so that it is theirs. */
    THEIRS;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word. */
    public static State ofWire(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the inventory is to have it. */
    public boolean live() {
      return this == RECORDING || this == RECORDED;
    }
  }

  /** What it is of, for people. */
  public String about() {
    return wanted == null
        ? guest.kind().noun() + " " + guest.vmid()
        : "%s (%s)".formatted(wanted.name(), wanted.about());
  }
}
