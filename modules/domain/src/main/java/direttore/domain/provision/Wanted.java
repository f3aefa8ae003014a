package direttore.domain.provision;

import direttore.domain.access.TeamName;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest that somebody has in mind, before they say where.
 *
 * @param memory MiB
 * @param disk null to keep that of the template
 * @param start whether it shall run
 */
public record Wanted(
    Source source,
    int cores,
    int memory,
    @Nullable DiskSize disk,
    boolean start,
    List<String> tags,
    @Nullable TeamName team) {
  private static final GuestName NAMELESS = new GuestName("candidate");
  private static final DiskSize SMALLEST = DiskSize.ofGib(1);

  public Wanted {
    tags = List.copyOf(tags);
  }

  /** What it is made from. */
  public sealed interface Source {
    /** A copy of a VM. */
    record Clone(VmId template) implements Source {}

    /** An empty disk, with an installation image in the drive or none. */
    record Blank(@Nullable String volid) implements Source {}

    /** An archive of a container. */
    record Archive(String volid) implements Source {}
  }

  /** What it puts on a storage, in Proxmox's word. */
  String content() {
    return source instanceof Source.Archive ? "rootdir" : "images";
  }

  long memoryBytes() {
    return (long) memory << 20;
  }

  GuestAction.Creation vm(VmSource from) {
    return new GuestAction.CreateVm(
        new NewVm(
            NAMELESS, cores, memory, from, List.of(), null, List.of(), "other", "", tags, start));
  }

  GuestAction.Creation blank(@Nullable String volid, String storage) {
    return vm(new VmSource.Blank(volid, storage, size()));
  }

  GuestAction.Creation container(String archive, String storage) {
    return new GuestAction.CreateContainer(
        new NewContainer(
            NAMELESS, cores, memory, 0, storage, size(), archive, List.of(), List.of(), true, false,
            "", tags, start));
  }

  private DiskSize size() {
    return disk == null ? SMALLEST : disk;
  }
}
