package direttore.domain.cluster;

import direttore.domain.guest.VmId;
import org.jspecify.annotations.Nullable;

/**
 * What a new guest can be made from on a node.
 *
 * @param volid the volume, such as {@code local:iso/debian.iso}; for a VM template its VMID as text
 * @param size bytes
 * @param vmid the template to clone, null unless {@code content} is {@link Content#VM}
 * @param name the file's or the template's name
 */
public record Template(
    String volid, Content content, long size, @Nullable VmId vmid, String name, String storage) {

  /** What kind of template. */
  public enum Content {
    /** An installation image for a VM. */
    ISO,
    /** An archive that a container's root file system is unpacked from. */
    VZTMPL,
    /** A VM template to clone. */
    VM,
    /** A container template to clone. */
    CONTAINER
  }
}
