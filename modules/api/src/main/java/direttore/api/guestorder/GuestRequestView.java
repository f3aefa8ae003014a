package direttore.api.guestorder;

import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered of a guest, in the words of the order's body. Orders hold no secrets, so this
 * shows none.
 */
public final class GuestRequestView {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private GuestRequestView() {}

  public static Map<String, @Nullable Object> of(GuestAction action) {
    var view = new GuestRequestView();
    switch (action) {
      case GuestAction.CreateVm o -> view.vm(o.vm());
      case GuestAction.CreateContainer o -> view.container(o.container());
      case GuestAction.Power o -> view.put("timeout", o.timeout()).put("force_stop", o.forceStop());
      case GuestAction.Delete o -> view.put("force", o.force());
      case GuestAction.TakeSnapshot o ->
          view.put("name", o.name().value())
              .put("description", o.description())
              .put("ram", o.ram());
      case GuestAction.RollBack o -> view.put("name", o.name().value()).put("start", o.start());
      case GuestAction.DeleteSnapshot o -> view.put("name", o.name().value());
    }
    return view.fields;
  }

  private void vm(NewVm vm) {
    put("name", vm.name().value()).put("cores", vm.cores()).put("memory", vm.memory());
    switch (vm.source()) {
      case VmSource.Blank s ->
          put("disk", s.disk().toString()).put("storage", s.storage()).put("iso", s.volid());
      case VmSource.Clone s ->
          put("clone_from", s.template().value())
              .put("full", s.full())
              .put("storage", s.storage())
              .put("disk", text(s.disk()));
    }
    put("nics", vm.nics().stream().map(GuestRequestView::nic).toList());
    put("user", vm.user()).put("dns", vm.dns()).put("ostype", vm.ostype());
    put("description", vm.description()).put("tags", vm.tags());
    put("start_after_create", vm.start());
  }

  private void container(NewContainer ct) {
    put("hostname", ct.hostname().value()).put("cores", ct.cores()).put("memory", ct.memory());
    put("swap", ct.swap()).put("storage", ct.storage()).put("disk_size", ct.disk().gib());
    put("template", ct.template());
    put("nics", ct.nics().stream().map(GuestRequestView::nic).toList());
    put("dns", ct.dns()).put("unprivileged", ct.unprivileged());
    put("features", Map.of("nesting", ct.nesting()));
    put("description", ct.description()).put("tags", ct.tags());
    put("start_after_create", ct.start());
  }

  private static Map<String, @Nullable Object> nic(VmNic nic) {
    return new GuestRequestView()
        .put("bridge", nic.bridge())
        .put("model", nic.model().wire())
        .put("vlan", tag(nic.vlan()))
        .put(nic.addressing())
        .put("allocations", nic.allocations())
        .put("prefix", nic.prefix())
        .fields;
  }

  private static Map<String, @Nullable Object> nic(ContainerNic nic) {
    return new GuestRequestView()
        .put("name", nic.name())
        .put("bridge", nic.bridge())
        .put("vlan", tag(nic.vlan()))
        .put(nic.addressing())
        .put("allocations", nic.allocations())
        .put("prefix", nic.prefix())
        .fields;
  }

  private GuestRequestView put(Addressing addressing) {
    return put("ip", addressing.ip())
        .put("gw", addressing.gw())
        .put("ip6", addressing.ip6())
        .put("gw6", addressing.gw6());
  }

  private GuestRequestView put(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  private static @Nullable Integer tag(@Nullable Vlan vlan) {
    return vlan == null ? null : vlan.tag();
  }

  private static @Nullable String text(@Nullable DiskSize size) {
    return size == null ? null : size.toString();
  }
}
