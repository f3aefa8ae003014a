package direttore.domain.guest;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new VM starts from. */
public sealed interface VmSource {

  /**
   * An empty disk, with an installation image in the drive or none.
   *
   * @param volid the image, such as {@code local:iso/debian.iso}, or null
   */
  record Blank(@Nullable String volid, String storage, DiskSize disk) implements VmSource {}

  /**
   * A copy of a template or of another VM.
   *
   * @param full a copy of all data; false shares the template's disks
   * @param sourceNode where the template lies
   * @param storage where a full copy goes, or null for where the source is
   * @param disk the size to grow the first disk to, or null to leave it
   * @param sockets those of the source, which the copy keeps; each has the cores of the order
   * @param disks bytes of all disks that the copy will have; 0 where it is not known
   * @param storages where its volumes will lie; empty where it is not known
   */
  record Clone(
      VmId template,
      boolean full,
      NodeName sourceNode,
      @Nullable String storage,
      @Nullable DiskSize disk,
      int sockets,
      long disks,
      Set<String> storages)
      implements VmSource {
    /** A copy of what has one socket and nobody knows what disks. */
    public Clone(
        VmId template,
        boolean full,
        NodeName sourceNode,
        @Nullable String storage,
        @Nullable DiskSize disk) {
      this(template, full, sourceNode, storage, disk, 1, 0, Set.of());
    }

    public Clone {
      // Orders of earlier versions were kept without.
      sockets = Math.max(1, sockets);
      storages = Set.copyOf(Objects.requireNonNullElse(storages, Set.of()));
      if (!full && storage != null) {
        throw new Refusal.Invalid("storage", "cannot be chosen for a linked clone");
      }
    }
  }
}
