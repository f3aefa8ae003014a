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
  PERSON;

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ResourceKind parse(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("kind", "must be a kind of resource"));
  }

  /** Whether operators enter such resources by hand; others follow the cluster. */
  public boolean entered() {
    return switch (this) {
      case DEVICE, PORT, VLAN, NETWORK, CONSOLE -> true;
      case NODE, STORAGE, GUEST, POOL, TEAM, PERSON -> false;
    };
  }
}
