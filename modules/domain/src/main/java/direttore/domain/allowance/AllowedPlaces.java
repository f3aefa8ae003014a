package direttore.domain.allowance;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Place;
import direttore.domain.access.TeamName;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether somebody may put a new guest where their order wants it; operators may anywhere. */
public final class AllowedPlaces {
  private final Allowances allowances;

  public AllowedPlaces(Allowances allowances) {
    this.allowances = allowances;
  }

  private record Plug(String bridge, @Nullable Vlan vlan) {}

  /** Notes everything in the order that is not theirs to use. */
  public void check(
      NodeName node,
      GuestAction.Creation order,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    if (actor.operates(new Place(node, order.tags(), actor.id(), team))) {
      return;
    }
    var allowed = allowances.holding(team);
    var of = team == null ? "" : " with team " + team;
    check(plugs(order), allowed, of, obstacles);
    storages(order)
        .filter(s -> !allowed.storage(s))
        .sorted()
        .forEach(s ->
            obstacles.add(
                new Refusal.Impossible(
                    storageField(order),
                    "storage %s is not yours to use%s; you may use %s"
                        .formatted(s, of, Allowance.words(allowed.storages())))));
    if (order instanceof GuestAction.CreateContainer o && !o.container().unprivileged()) {
      obstacles.add(
          new Refusal.Impossible(
              "unprivileged", "cannot be false: privileged containers are for operators"));
    }
  }

  /** Whether they may put a guest with those tags on a storage. */
  public boolean storage(
      NodeName node, String storage, List<String> tags, @Nullable TeamName team, Actor actor) {
    return actor.operates(new Place(node, tags, actor.id(), team))
        || allowances.holding(team).storage(storage);
  }

  /** The storages that may hold a guest of a team, or of none, in a sentence. */
  public String storages(@Nullable TeamName team) {
    return Allowance.words(allowances.holding(team).storages());
  }

  private static void check(Stream<Plug> plugs, Allowance allowed, String of, Obstacles obstacles) {
    var all = plugs.toList();
    for (int i = 0; i < all.size(); i++) {
      var plug = all.get(i);
      var vlans = allowed.vlans();
      if (!allowed.bridge(plug.bridge())) {
        obstacles.add(
            new Refusal.Impossible(
                "nics[%d].bridge".formatted(i),
                "bridge %s is not yours to use%s; you may use %s"
                    .formatted(plug.bridge(), of, Allowance.words(allowed.bridges()))));
      }
      if (vlans != null && !vlans.allow(plug.vlan())) {
        obstacles.add(
            new Refusal.Impossible(
                "nics[%d].vlan".formatted(i),
                "%s not yours to use%s; you may use %s"
                    .formatted(
                        plug.vlan() == null
                            ? "a NIC without a VLAN is"
                            : "VLAN %d is".formatted(plug.vlan().tag()),
                        of,
                        vlans)));
      }
    }
  }

  private static Stream<Plug> plugs(GuestAction.Creation order) {
    return switch (order) {
      case GuestAction.CreateVm o -> o.vm().nics().stream().map(AllowedPlaces::plug);
      case GuestAction.CreateContainer o -> o.container().nics().stream().map(AllowedPlaces::plug);
    };
  }

  private static Plug plug(VmNic nic) {
    return new Plug(nic.bridge(), nic.vlan());
  }

  private static Plug plug(ContainerNic nic) {
    return new Plug(nic.bridge(), nic.vlan());
  }

  private static Stream<String> storages(GuestAction.Creation order) {
    return switch (order) {
      case GuestAction.CreateContainer o -> Stream.of(o.container().storage());
      case GuestAction.CreateVm o ->
          switch (o.vm().source()) {
            case VmSource.Blank s -> Stream.of(s.storage());
            case VmSource.Clone s -> s.storages().stream();
          };
    };
  }

  /** What to mend: a copy lies where its template does, unless it names a storage. */
  private static String storageField(GuestAction.Creation order) {
    return order instanceof GuestAction.CreateVm o
            && o.vm().source() instanceof VmSource.Clone s
            && s.storage() == null
        ? "clone_from"
        : "storage";
  }
}
