package direttore.api.guest;

import direttore.domain.Obstacles;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmSource;
import direttore.domain.node.NodeName;
import direttore.domain.provision.Provisioning;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what a VM is made from, and what it takes over from there. */
final class VmSourcing {
  private final Provisioning provisioning;

  VmSourcing(Provisioning provisioning) {
    this.provisioning = provisioning;
  }

  NewVm vm(NodeName node, VmRequest request, Actor actor, Obstacles obstacles) {
    var template = request.template();
    if (template == null) {
      return request.vm(blank(request), VmRequest.Defaults.BLANK);
    }
    var copy =
        provisioning.cloneOf(
            node, template, request.full(), request.storage(), request.disk(), actor, obstacles);
    if (!request.waitsForLock()) {
      obstacles.check(copy::refuseLocked);
    }
    var original = copy.original();
    return request.vm(
        copy.source(), original == null ? VmRequest.Defaults.BLANK : defaults(original));
  }

  private static VmSource blank(VmRequest request) {
    var storage = Objects.requireNonNull(request.storage(), "checked when it was read");
    var disk = Objects.requireNonNull(request.disk(), "checked when it was read");
    return new VmSource.Blank(request.iso(), storage, disk);
  }

  /** As it was asked for, where what it is copied from could not be looked at. */
  static NewVm unseen(NodeName node, VmRequest request) {
    var template = request.template();
    var source =
        template == null
            ? blank(request)
            : new VmSource.Clone(template, true, node, request.storage(), request.disk());
    return request.vm(source, VmRequest.Defaults.BLANK);
  }

  /** Proxmox leaves out what is at its own default: one core, 512 MiB, any system. */
  private static VmRequest.Defaults defaults(GuestDetail template) {
    var config = template.config();
    return new VmRequest.Defaults(
        number(config.get("cores"), 1),
        number(config.get("memory"), 512),
        Objects.requireNonNullElse(config.get("ostype"), "other").toString());
  }

  private static int number(@Nullable Object value, int otherwise) {
    var text = value == null ? "" : value.toString();
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
