package direttore.proxmox.cluster;

import direttore.domain.cluster.Template;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.api.StorageApi;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what new guests can be made from on a node. */
final class TemplateReader {
  private static final Map<String, Template.Content> KINDS =
      Map.of("iso", Template.Content.ISO, "vztmpl", Template.Content.VZTMPL);
  private final Proxmox proxmox;
  private final Duration limit;

  /**
   * @param limit how long one storage may take before the rest goes without it
   */
  TemplateReader(Proxmox proxmox, Duration limit) {
    this.proxmox = proxmox;
    this.limit = limit;
  }

  private record Place(String storage, String kind) {
    boolean holds(Template template) {
      return template.storage().equals(storage) && template.content() == KINDS.get(kind);
    }
  }

  private record Part(List<Template> templates, @Nullable String trouble) {}

  /** Volumes of all storages; one that does not answer is named, and the rest is there. */
  Fetched<List<Template>> read(
      NodeName node, List<Storage> storages, List<Guest> guests, @Nullable List<Template> before) {
    var places = new ArrayList<Place>();
    for (var storage : storages) {
      KINDS.keySet().stream()
          .filter(kind -> storage.enabled() && storage.active() && storage.holds(kind))
          .forEach(kind -> places.add(new Place(storage.name(), kind)));
    }
    var parts =
        Parallel.map(
            places,
            limit,
            place -> read(node, place, before),
            late -> missing(late, "it is slow", before));
    var templates = new ArrayList<Template>();
    parts.forEach(part -> templates.addAll(part.templates()));
    guests.stream()
        .filter(g -> isTemplateOn(node, g))
        .map(TemplateReader::of)
        .forEach(templates::add);
    templates.sort(Comparator.comparing(Template::content).thenComparing(Template::volid));
    return new Fetched<>(List.copyOf(templates), trouble(parts, storages));
  }

  /** What one storage holds of the kind, empty where it does not say. */
  Optional<List<Template>> read(NodeName node, String storage, Template.Content content) {
    var place = new Place(storage, content == Template.Content.ISO ? "iso" : "vztmpl");
    var part = read(node, place, null);
    return part.trouble() == null ? Optional.of(part.templates()) : Optional.empty();
  }

  private Part read(NodeName node, Place place, @Nullable List<Template> before) {
    try {
      return new Part(
          proxmox.node(node).storage(place.storage()).content(place.kind(), null).stream()
              .filter(volume -> volume.content().equals(place.kind()))
              .map(volume -> of(volume, place))
              .toList(),
          null);
    } catch (ProxmoxFailure e) {
      return missing(place, e.getMessage(), before);
    }
  }

  /** What a storage held before, where it does not say what it holds now. */
  private static Part missing(Place place, @Nullable String why, @Nullable List<Template> before) {
    return new Part(
        before == null ? List.of() : before.stream().filter(place::holds).toList(),
        "storage %s does not answer: %s".formatted(place.storage(), why));
  }

  private static @Nullable String trouble(List<Part> parts, List<Storage> storages) {
    var troubles = new ArrayList<String>();
    for (var part : parts) {
      if (part.trouble() != null) {
        troubles.add(part.trouble());
      }
    }
    storages.stream()
        .filter(s -> s.enabled() && !s.active() && KINDS.keySet().stream().anyMatch(s::holds))
        .forEach(s -> troubles.add("storage %s is not active".formatted(s.name())));
    return troubles.isEmpty() ? null : String.join("; ", troubles);
  }

  private static Template of(StorageApi.Content volume, Place place) {
    var file = volume.volid().replaceFirst(".*[:/]", "");
    var content = KINDS.getOrDefault(place.kind(), Template.Content.ISO);
    return new Template(volume.volid(), content, volume.size(), null, file, place.storage());
  }

  private static boolean isTemplateOn(NodeName node, Guest guest) {
    return guest.template() && guest.ref().node().equals(node);
  }

  private static Template of(Guest guest) {
    var content =
        guest.ref().kind() == GuestKind.QEMU ? Template.Content.VM : Template.Content.CONTAINER;
    var vmid = guest.ref().vmid();
    return new Template(vmid.toString(), content, guest.maxDisk(), vmid, guest.name(), "");
  }
}
