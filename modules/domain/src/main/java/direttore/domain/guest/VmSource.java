package direttore.domain.guest;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
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
   */
  record Clone(
      VmId template,
      boolean full,
      NodeName sourceNode,
      @Nullable String storage,
      @Nullable DiskSize disk)
      implements VmSource {
    public Clone {
      if (!full && storage != null) {
        throw new Refusal.Invalid("storage", "cannot be chosen for a linked clone");
      }
    }
  }
}
