package direttore.proxmox.api;

import direttore.domain.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rows of lists that cannot be read: one must not hide all others, and each is told of once. */
final class OddRows {
  private static final Logger LOG = System.getLogger(OddRows.class.getName());
  private static final int MOST_TOLD = 100;
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private OddRows() {}

  static void tell(String id, Refusal.Invalid why) {
    if (TOLD.size() < MOST_TOLD && TOLD.add(id)) {
      LOG.log(
          Level.WARNING,
          () -> "A row of a list of Proxmox is left out: %s (%s)".formatted(id, why.getMessage()));
    }
  }
}
