package direttore.proxmox.right;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The privileges of Proxmox VE that Direttore's account needs. All of them have the same names in
 * releases 8 and 9; what release 9 renamed ({@code VM.Monitor}) is not among them.
 */
public final class Rights {
  /** In the order in which the README names them. */
  public static final List<String> NEEDED =
      List.of(
          "VM.Allocate",
          "VM.Clone",
          "VM.Audit",
          "VM.PowerMgmt",
          "VM.Config.CDROM",
          "VM.Config.CPU",
          "VM.Config.Cloudinit",
          "VM.Config.Disk",
          "VM.Config.HWType",
          "VM.Config.Memory",
          "VM.Config.Network",
          "VM.Config.Options",
          "VM.Snapshot",
          "VM.Snapshot.Rollback",
          "Datastore.Audit",
          "Datastore.AllocateSpace",
          "Sys.Audit",
          "Sys.Console",
          "SDN.Use");

  private Rights() {}

  /**
   * What is needed and held nowhere. A privilege on some paths only is enough: who limits Direttore
   * to a pool means it.
   *
   * @param held {@code GET /access/permissions}, by path; of a token with privilege separation that
   *     is what both the token and its user hold
   */
  public static List<String> missing(Map<String, Set<String>> held) {
    var somewhere = held.values().stream().flatMap(Collection::stream).toList();
    return NEEDED.stream().filter(needed -> !somewhere.contains(needed)).toList();
  }

  /** What to do about the privileges that are missing, empty when none is. */
  public static Optional<String> advice(String account, Map<String, Set<String>> held) {
    var missing = String.join(" ", missing(held));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("%s lacks privileges at Proxmox, so that some operations will be refused: %s. Add them"
                    + " to its role with: pveum role modify ROLE --append 1 --privs \"%s\"")
                .formatted(account, missing, missing));
  }
}
