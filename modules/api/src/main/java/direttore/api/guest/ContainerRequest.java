package direttore.api.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.api.http.SecretFields;
import direttore.domain.access.TeamName;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.domain.node.StorageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of an order for a container, checked. */
record ContainerRequest(
    @Nullable VmId vmid, NewContainer container, @Nullable TeamName team, GuestSecrets secrets) {
  private static final int CORES = 1;
  private static final int MEMORY_MIB = 512;
  private static final int SWAP_MIB = 512;
  private static final int DISK_GIB = 8;
  private static final GuestName NAMELESS = new GuestName("nameless");

  /** Refuses with everything that is wrong with the body. */
  static ContainerRequest of(ObjectNode body) {
    var fields = Fields.of(body);
    var request = read(fields);
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(request);
  }

  /** The order in these fields; null when they are wrong, which is noted. */
  static @Nullable ContainerRequest read(Fields fields) {
    var vmid = fields.made("vmid", fields.integer("vmid"), VmId::new);
    var team = fields.made("team", fields.text("team"), TeamName::new);
    var secrets = SecretFields.read(fields);
    var nics = fields.objects("nics");
    var container = container(fields, read(nics), dns(fields, nics));
    return container == null ? null : new ContainerRequest(vmid, container, team, secrets);
  }

  private static @Nullable NewContainer container(
      Fields fields, List<ContainerNic> nics, List<String> dns) {
    var hostname = fields.made("hostname", fields.text("hostname"), GuestName::new);
    var name = fields.required("hostname", hostname, NAMELESS);
    var cores = fields.integer("cores", CORES);
    var memory = fields.integer("memory", MEMORY_MIB);
    var swap = fields.integer("swap", SWAP_MIB);
    var named = fields.made("storage", fields.text("storage"), StorageName::of);
    var storage = fields.required("storage", named, "");
    var size = fields.made("disk_size", fields.integer("disk_size"), gib -> DiskSize.ofGib(gib));
    var disk = size == null ? DiskSize.ofGib(DISK_GIB) : size;
    var archive = fields.made("template", fields.text("template"), StorageName::volume);
    var template = fields.required("template", archive, "");
    var unprivileged = fields.flag("unprivileged", true);
    var nesting = nesting(fields);
    var description = Objects.requireNonNullElse(fields.text("description"), "");
    var tags = fields.texts("tags");
    var start = fields.flag("start_after_create", false);
    return fields.whole(() ->
        new NewContainer(
            name,
            cores,
            memory,
            swap,
            storage,
            disk,
            template,
            nics,
            dns,
            unprivileged,
            nesting,
            description,
            tags,
            start));
  }

  private static List<ContainerNic> read(List<Fields> nics) {
    var all = new ArrayList<ContainerNic>();
    for (int i = 0; i < nics.size(); i++) {
      var nic = NicFields.container(nics.get(i), i);
      if (nic != null) {
        all.add(nic);
      }
    }
    return all;
  }

  private static List<String> dns(Fields fields, List<Fields> nics) {
    return Stream.concat(NicFields.dns(fields), nics.stream().flatMap(NicFields::dns))
        .distinct()
        .toList();
  }

  private static boolean nesting(Fields fields) {
    var features = fields.object("features");
    return features != null && features.flag("nesting", false);
  }
}
