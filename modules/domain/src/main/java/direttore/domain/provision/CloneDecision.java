package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.SizeWords;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.holding.Access;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a copy shares its template's disks. Proxmox links only clones of a template, only on its
 * own storage, and only where the storage can (qemu-server API2/Qemu.pm, clone_vm).
 */
final class CloneDecision {
  private static final Set<String> CAN_LINK =
      Set.of(
          "lvmthin", "zfspool", "rbd", "btrfs", "dir", "nfs", "cifs", "cephfs", "glusterfs", "zfs");
  private final Cluster cluster;
  private final Access access;

  CloneDecision(Cluster cluster, Access access) {
    this.cluster = cluster;
    this.access = access;
  }

  Copy decide(
      NodeName node,
      VmId template,
      @Nullable Boolean full,
      @Nullable String storage,
      @Nullable DiskSize disk,
      Actor actor,
      Obstacles obstacles) {
    var source = obstacles.of(() -> source(template));
    if (source == null) {
      return new Copy(new VmSource.Clone(template, true, node, storage, disk), null);
    }
    return decide(node, source, read(source, actor), full, storage, disk, obstacles);
  }

  /** A VM that was read once, to be copied onto any node. */
  final class Copying {
    private final Guest source;
    private final GuestDetail detail;

    private Copying(Guest source, GuestDetail detail) {
      this.source = source;
      this.detail = detail;
    }

    /** Where it lies, and a copy that names no storage too. */
    Set<String> storages() {
      return CloneDecision.storages(detail);
    }

    /** As {@link #decide}, linked where the storages allow it. */
    VmSource.Clone onto(
        NodeName node, @Nullable String storage, @Nullable DiskSize disk, Obstacles obstacles) {
      return decide(node, source, detail, null, storage, disk, obstacles).source();
    }
  }

  Copying copying(VmId template, Actor actor) {
    var source = source(template);
    return new Copying(source, read(source, actor));
  }

  private GuestDetail read(Guest source, Actor actor) {
    var detail = cluster.detail(source.ref());
    access.requireCopy(actor, detail);
    return detail;
  }

  private Copy decide(
      NodeName node,
      Guest source,
      GuestDetail detail,
      @Nullable Boolean full,
      @Nullable String storage,
      @Nullable DiskSize disk,
      Obstacles obstacles) {
    var home = source.ref().node();
    var storages = storages(detail);
    obstacles.check(() -> requireReach(node, source, storages));
    var obstacle = linkObstacle(home, detail, storages, storage);
    if (Boolean.FALSE.equals(full) && obstacle != null) {
      obstacles.add(new Refusal.Impossible("full", "cannot be false: " + obstacle));
    }
    var copy = full == null ? obstacle != null : full;
    if (disk != null) {
      obstacles.check(() -> refuseToShrink(detail, disk));
    }
    var target = copy ? storage : null;
    return new Copy(
        new VmSource.Clone(
            source.ref().vmid(),
            copy,
            home,
            target,
            disk,
            sockets(detail),
            bytes(detail, disk),
            target == null ? storages : Set.of(target)),
        detail);
  }

  /** Of all that is copied, for what cannot be linked or read stops the copy as a whole. */
  private static Set<String> storages(GuestDetail detail) {
    return Stream.concat(detail.disks().stream(), detail.firmware().stream())
        .map(GuestDetail.Disk::storage)
        .collect(Collectors.toSet());
  }

  private static int sockets(GuestDetail detail) {
    var text = String.valueOf(detail.config().get("sockets"));
    return text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 1;
  }

  /** Of all disks, the one that it starts from grown. */
  private static long bytes(GuestDetail detail, @Nullable DiskSize wanted) {
    var all = detail.disks().stream().mapToLong(GuestDetail.Disk::bytes).sum();
    if (wanted == null) {
      return all;
    }
    var grown = detail.bootDisk().map(disk -> Math.max(0, wanted.bytes() - disk.bytes()));
    return all + grown.orElse(0L);
  }

  private Guest source(VmId template) {
    return cluster
        .guest(template)
        .filter(g -> g.ref().kind() == GuestKind.QEMU)
        .orElseThrow(() ->
            new Refusal.Unknown(
                "template", "clone_from", "there is no VM %s to clone".formatted(template)));
  }

  private void requireReach(NodeName node, Guest source, Set<String> storages) {
    var home = source.ref().node();
    if (home.equals(node)) {
      return;
    }
    var local = storages.stream().flatMap(s -> known(home, s)).anyMatch(s -> !s.shared());
    if (local) {
      throw new Refusal.Impossible(
          "clone_from",
          "VM %s lies on %s in local storage, which %s cannot read; choose node %s or a template on"
                  .formatted(source.ref().vmid(), home, node, home)
              + " shared storage");
    }
    storages.stream()
        .filter(name -> lacks(node, name))
        .min(Comparator.naturalOrder())
        .ifPresent(name -> {
          throw new Refusal.Impossible(
              "clone_from",
              "VM %s lies in storage %s, which %s does not use"
                  .formatted(source.ref().vmid(), name, node));
        });
  }

  /**
   * Whether the node certainly does not use the storage; where it does not tell, Proxmox decides.
   */
  private boolean lacks(NodeName node, String name) {
    var storage = cluster.storage(node, name);
    return storage.value().map(s -> !s.enabled()).orElse(!storage.stale());
  }

  /** The storage as its node tells it; nothing where it does not, as Proxmox decides then. */
  private Stream<Storage> known(NodeName node, String storage) {
    return cluster.storage(node, storage).value().stream();
  }

  private @Nullable String linkObstacle(
      NodeName home, GuestDetail detail, Set<String> storages, @Nullable String wanted) {
    if (!detail.template()) {
      return "VM %s is not a template".formatted(detail.ref().vmid());
    }
    if (wanted != null && !storages.equals(Set.of(wanted))) {
      return "a linked clone stays on the template’s storage, " + String.join(", ", storages);
    }
    return storages.stream()
        .sorted()
        .flatMap(s -> known(home, s))
        .filter(s -> !CAN_LINK.contains(s.type()))
        .findFirst()
        .map(s -> "storage %s (%s) cannot share a template’s disks".formatted(s.name(), s.type()))
        .orElse(null);
  }

  private static void refuseToShrink(GuestDetail detail, DiskSize wanted) {
    var disk = detail.bootDisk().orElseThrow(() -> noDiskToGrow(detail));
    if (disk.bytes() > wanted.bytes()) {
      throw new Refusal.Impossible(
          "disk",
          "cannot be smaller than the template’s, %s".formatted(SizeWords.of(disk.bytes())));
    }
  }

  /** A disk cannot be made smaller again, so that only the certain one is grown. */
  private static Refusal noDiskToGrow(GuestDetail detail) {
    var vmid = detail.ref().vmid();
    var disks =
        detail.disks().stream().map(GuestDetail.Disk::key).collect(Collectors.joining(", "));
    return new Refusal.Impossible(
        "disk",
        disks.isEmpty()
            ? "cannot be given: VM %s has no disk to grow".formatted(vmid)
            : "cannot be given: it is not certain which disk of VM %s it starts from (%s); set its"
                    .formatted(vmid, disks)
                + " boot order at Proxmox, or leave the size as it is");
  }
}
