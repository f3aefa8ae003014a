package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What kinds of things can be claimed. */
public enum ResourceKind {
  NODE,
  STORAGE,
  GUEST,
  DEVICE,
  PORT,
  VLAN,
  NETWORK,
  CONSOLE,
  POOL,
  TEAM,
  PERSON,
  /** A range of addresses; who claims it makes it a resource. */
  ADDRESSES;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As sentences call one. */
  public String noun() {
    return switch (this) {
      case VLAN -> "VLAN";
      case ADDRESSES -> "range of addresses";
      default -> wire();
    };
  }

  public static ResourceKind parse(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("kind", "must be a kind of resource"));
  }

  /** How long a name of such a resource may be. */
  int longestName() {
    return switch (this) {
      // That of a node, a site or a group before it, or two addresses.
      case STORAGE, ADDRESSES, DEVICE, VLAN -> 170;
      default -> 64;
    };
  }

  /** Whether it is how much somebody may have: what is made for a reservation claims of it. */
  public boolean limit() {
    return this == TEAM || this == PERSON;
  }

  /** Whether guests that stay when their reservation is over have of it still. */
  public boolean outlasting() {
    return limit() || this == STORAGE;
  }

  /** Whether operators enter such resources by hand; others follow the cluster. */
  public boolean entered() {
    return switch (this) {
      case DEVICE, PORT, VLAN, NETWORK, CONSOLE -> true;
      case NODE, STORAGE, GUEST, POOL, TEAM, PERSON, ADDRESSES -> false;
    };
  }
}
