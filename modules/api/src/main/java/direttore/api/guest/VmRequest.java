package direttore.api.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.api.http.SecretFields;
import direttore.domain.access.TeamName;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.node.StorageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an order for a VM, checked as far as that goes without the cluster.
 *
 * @param cores null to take the template's, likewise {@code memory} and {@code ostype}
 * @param template what to clone, or null for a VM with an empty disk
 * @param disk null only where the template's stays as large as it is
 * @param storage null only where a clone goes where its template is
 * @param waitsForLock whether to wait while something else at Proxmox holds the template
 */
record VmRequest(
    @Nullable VmId vmid,
    GuestName name,
    @Nullable Integer cores,
    @Nullable Integer memory,
    @Nullable VmId template,
    @Nullable Boolean full,
    @Nullable DiskSize disk,
    @Nullable String storage,
    @Nullable String iso,
    List<VmNic> nics,
    @Nullable String user,
    List<String> dns,
    @Nullable String ostype,
    String description,
    List<String> tags,
    boolean start,
    @Nullable TeamName team,
    boolean waitsForLock,
    GuestSecrets secrets) {
  private static final GuestName NAMELESS = new GuestName("nameless");
  private static final VmSource ANYTHING = new VmSource.Blank(null, "", DiskSize.ofGib(1));

  /** Refuses with everything that is wrong with the body. */
  static VmRequest of(ObjectNode body) {
    var fields = Fields.of(body);
    var request = checked(fields);
    fields.refuseUnknown();
    fields.refuseIfAny();
    return request;
  }

  /** The order in these fields; what is wrong with it is noted. */
  static VmRequest checked(Fields fields) {
    var request = read(fields);
    if (request.template() == null) {
      fields.required("disk", request.disk(), DiskSize.ofGib(1));
      fields.required("storage", request.storage(), "");
      request.refuseCloudInit(fields);
      if (fields.has("full")) {
        fields.violated("full", "is for clones only; send clone_from too");
      }
      if (fields.has(GuestOrderRoutes.WAIT)) {
        fields.violated(GuestOrderRoutes.WAIT, "is for clones only; send clone_from too");
      }
    } else if (fields.has("iso")) {
      fields.violated("iso", "excludes clone_from");
    }
    fields.whole(() -> request.vm(ANYTHING, Defaults.BLANK));
    return request;
  }

  /** What the client leaves open. */
  record Defaults(int cores, int memory, String ostype) {
    static final Defaults BLANK = new Defaults(1, 2048, "l26");
  }

  /** The VM, from a source that was decided on. */
  NewVm vm(VmSource source, Defaults defaults) {
    return new NewVm(
        name,
        cores == null ? defaults.cores() : cores,
        memory == null ? defaults.memory() : memory,
        source,
        nics,
        user,
        dns,
        ostype == null ? defaults.ostype() : ostype,
        description,
        tags,
        start);
  }

  private static VmRequest read(Fields fields) {
    var name = fields.made("name", fields.text("name"), GuestName::new);
    var nics = fields.objects("nics");
    return new VmRequest(
        fields.made("vmid", fields.integer("vmid"), VmId::new),
        fields.required("name", name, NAMELESS),
        fields.integer("cores"),
        fields.integer("memory"),
        fields.made("clone_from", fields.integer("clone_from"), VmId::new),
        fields.flag("full"),
        fields.made("disk", fields.text("disk"), DiskSize::parse),
        fields.made("storage", fields.text("storage"), StorageName::of),
        fields.made("iso", fields.text("iso"), StorageName::volume),
        read(nics),
        fields.text("user"),
        dns(fields, nics),
        fields.text("ostype"),
        Objects.requireNonNullElse(fields.text("description"), ""),
        fields.texts("tags"),
        fields.flag("start_after_create", false),
        fields.made("team", fields.text("team"), TeamName::new),
        fields.flag(GuestOrderRoutes.WAIT, true),
        SecretFields.read(fields));
  }

  private static List<VmNic> read(List<Fields> nics) {
    var all = new ArrayList<VmNic>();
    for (var fields : nics) {
      var nic = NicFields.vm(fields);
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

  /** On an empty disk there is nothing that reads what cloud-init would be told. */
  private void refuseCloudInit(Fields fields) {
    var rule = "is set by cloud-init, in clones only; send clone_from too";
    if (user != null) {
      fields.violated("user", rule);
    }
    if (secrets.password() != null) {
      fields.violated("password", rule);
    }
    if (!secrets.sshKeys().isEmpty()) {
      fields.violated("ssh_keys", rule);
    }
    if (!dns.isEmpty()) {
      fields.violated("dns", rule);
    }
    for (int i = 0; i < nics.size(); i++) {
      if (!nics.get(i).addressing().none()) {
        fields.violated("nics[%d].ip".formatted(i), rule);
      }
    }
  }
}
