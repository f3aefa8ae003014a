package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import java.util.Set;
import java.util.stream.Collectors;
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

  VmSource.Clone decide(
      NodeName node,
      VmId template,
      @Nullable Boolean full,
      @Nullable String storage,
      @Nullable DiskSize disk,
      Actor actor,
      Obstacles obstacles) {
    var source = obstacles.of(() -> source(template));
    if (source == null) {
      return new VmSource.Clone(template, true, node, storage, disk);
    }
    var detail = cluster.detail(source.ref());
    access.requireCopy(actor, detail);
    var home = source.ref().node();
    var storages =
        detail.disks().stream().map(GuestDetail.Disk::storage).collect(Collectors.toSet());
    obstacles.check(() -> requireReach(node, source, storages));
    var obstacle = linkObstacle(home, detail, storages, storage);
    if (Boolean.FALSE.equals(full) && obstacle != null) {
      obstacles.add(new Refusal.Impossible("full", "cannot be false: " + obstacle));
    }
    var copy = full == null ? obstacle != null : full;
    if (disk != null) {
      obstacles.check(() -> refuseToShrink(detail, disk));
    }
    return new VmSource.Clone(
        template, copy, home, copy ? storage : null, disk, sockets(detail), bytes(detail, disk));
  }

  private static int sockets(GuestDetail detail) {
    var text = String.valueOf(detail.config().get("sockets"));
    return text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 1;
  }

  /** Of all disks, the first of them grown. */
  private static long bytes(GuestDetail detail, @Nullable DiskSize first) {
    var all = detail.disks().stream().mapToLong(GuestDetail.Disk::bytes).sum();
    if (first == null || detail.disks().isEmpty()) {
      return all;
    }
    return all + Math.max(0, first.bytes() - detail.disks().getFirst().bytes());
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
    var shared =
        cluster.storages(home).value().stream()
            .filter(Storage::shared)
            .map(Storage::name)
            .collect(Collectors.toSet());
    if (!shared.containsAll(storages)) {
      throw new Refusal.Impossible(
          "clone_from",
          "VM %s lies on %s in local storage, which %s cannot read; choose node %s or a template on"
                  .formatted(source.ref().vmid(), home, node, home)
              + " shared storage");
    }
  }

  private @Nullable String linkObstacle(
      NodeName home, GuestDetail detail, Set<String> storages, @Nullable String wanted) {
    if (!detail.template()) {
      return "VM %s is not a template".formatted(detail.ref().vmid());
    }
    if (wanted != null && !storages.equals(Set.of(wanted))) {
      return "a linked clone stays on the template's storage, " + String.join(", ", storages);
    }
    return cluster.storages(home).value().stream()
        .filter(s -> storages.contains(s.name()) && !CAN_LINK.contains(s.type()))
        .findFirst()
        .map(s -> "storage %s (%s) cannot share a template's disks".formatted(s.name(), s.type()))
        .orElse(null);
  }

  private static void refuseToShrink(GuestDetail detail, DiskSize wanted) {
    var first = detail.disks().stream().findFirst();
    if (first.isPresent() && first.get().bytes() > wanted.bytes()) {
      throw new Refusal.Impossible(
          "disk",
          "cannot be smaller than the template's, %.1f GiB"
              .formatted(first.get().bytes() / (double) (1L << 30)));
    }
  }
}
