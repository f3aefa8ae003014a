package direttore.domain.allocation;

import direttore.domain.guest.GuestRef;
import direttore.domain.inventory.Address;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that Direttore took of a prefix of NetBox.
 *
 * @param id also stands in its description at NetBox, by which it is found again
 * @param prefix the prefix's id at NetBox
 * @param length of the prefix, in bits
 * @param vrf the id of its VRF at NetBox; 0 for the global table
 * @param description what it is for, as whoever took it says
 * @param requester the name of whoever took it
 * @param person whoever that is, or null where nobody signed in
 * @param until when it is given back if no guest uses it; of no meaning once one does
 * @param addressId its id at NetBox, or null while it is not known to be there
 * @param use the guest that it is for, or null while it is for none
 * @param reservation for whose guest it was taken, or null
 */
public record Allocation(
    UUID id,
    long prefix,
    Address address,
    int length,
    long vrf,
    String description,
    String requester,
    @Nullable UUID person,
    State state,
    Instant created,
    Instant until,
    @Nullable Long addressId,
    @Nullable Use use,
    @Nullable Long reservation) {

  /** How far it is. Only what is released may be taken again. */
  public enum State {
    /** Chosen, and being written to NetBox. */
    TAKING,
    /** Reserved in NetBox. */
    HELD,
    /** A guest's, and active in NetBox. */
    USED,
    /** To be removed from NetBox. */
    RELEASING,
    RELEASED;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word. */
    public static State ofWire(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Which guest it is for.
   *
   * @param guest where it was ordered, or seen last
   * @param nic which of its NICs, from 0
   * @param makers the operations that made it, or tried to; the last one comes last
   */
  public record Use(GuestRef guest, int nic, List<UUID> makers) {
    public Use {
      makers = List.copyOf(makers);
    }
  }

  /** With the length of its prefix: {@code 10.10.0.5/24}. */
  public String cidr() {
    return address + "/" + length;
  }

  /** Whether somebody by that name or of that id took it. */
  public boolean isOf(Optional<UUID> somebody, String name) {
    return person == null ? requester.equals(name) : somebody.filter(person::equals).isPresent();
  }
}
