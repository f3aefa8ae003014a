package direttore.domain.record;

import direttore.domain.guest.Guest;
import direttore.domain.inventory.Machine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where Proxmox and NetBox say different things.
 *
 * @param guest null where Proxmox has none
 * @param machine null where NetBox has none
 * @param record what Direttore keeps of it, or null where that is nothing
 * @param differences where both have it
 */
public record Drift(
    Kind kind,
    @Nullable Guest guest,
    @Nullable Machine machine,
    @Nullable GuestRecord record,
    List<Difference> differences) {
  public Drift {
    differences = List.copyOf(differences);
  }

  /** A kind of drift. */
  public enum Kind {
    /** Proxmox has it, and NetBox does not. */
    NOT_IN_NETBOX,
    /** NetBox has it, and Proxmox does not. */
    NOT_IN_PROXMOX,
    /** Both have it, with different facts. */
    DIFFERENT;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What can be done about it with one order. */
  public enum Remedy {
    /** Record a guest that is not. */
    RECORD,
    /** Write all of a record again. */
    REPAIR,
    /** Remove a record. */
    REMOVE;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A fact that they say otherwise; null for one that is not said.
   *
   * @param field NetBox's name of it
   */
  public record Difference(String field, @Nullable String netbox, @Nullable String proxmox) {}

  /** Whether NetBox's is Direttore's to change; true where it has none. */
  public boolean ours() {
    return machine == null || machine.key().isPresent();
  }

  /** What one order mends; null where nothing is ours to do, or it is being done. */
  public @Nullable Remedy remedy() {
    return switch (kind) {
      case NOT_IN_NETBOX ->
          record == null ? Remedy.RECORD : record.recordedAt() == null ? null : Remedy.REPAIR;
      case NOT_IN_PROXMOX ->
          ours() && record != null && record.state().live() ? Remedy.REMOVE : null;
      case DIFFERENT -> ours() && record != null && record.state().live() ? Remedy.REPAIR : null;
    };
  }
}
