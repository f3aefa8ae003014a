package direttore.netbox;

import direttore.domain.record.GuestFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a virtual machine of NetBox says of a guest, and its interfaces of its NICs. */
final class MachineFields {
  /** Where the link to Direttore stands, as NetBox shows Markdown there. */
  static final String COMMENTS = "comments";

  static final String CLUSTER = "cluster";
  static final String TENANT = "tenant";
  static final String NAME = "name";

  private static final int LONGEST_NAME = 64;

  private MachineFields() {}

  /** The fields, with the names of cluster and owner in place of their ids. */
  static Map<String, @Nullable Object> of(GuestFacts facts, UUID key) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put(NAME, cut(facts.name(), LONGEST_NAME));
    fields.put("status", facts.running() ? "active" : "offline");
    fields.put(CLUSTER, facts.cluster());
    fields.put(TENANT, owner(facts));
    fields.put("vcpus", facts.cores() == 0 ? null : facts.cores());
    fields.put("memory", facts.memory() == 0 ? null : facts.memory());
    fields.put("disk", facts.disk() == 0 ? null : facts.disk());
    fields.put(
        "description", Mark.description("%s, of %s".formatted(facts.about(), owner(facts)), key));
    fields.put(COMMENTS, facts.link() == null ? "" : "[In Direttore](%s)".formatted(facts.link()));
    return fields;
  }

  private static String owner(GuestFacts facts) {
    return facts.team() == null ? facts.owner() : "%s (%s)".formatted(facts.team(), facts.owner());
  }

  /** Those that differ from what was written last: others' changes of the rest stay. */
  static Map<String, @Nullable Object> changed(
      Map<String, @Nullable Object> wanted, @Nullable Map<String, @Nullable Object> written) {
    var changed = new LinkedHashMap<String, @Nullable Object>(wanted);
    if (written != null) {
      changed
          .entrySet()
          .removeIf(field -> Objects.equals(field.getValue(), written.get(field.getKey())));
    }
    return changed;
  }

  /** A name for one whose own another has, in the same cluster and of the same tenant. */
  static String another(GuestFacts facts) {
    var id = " (%d)".formatted(facts.vmid());
    return cut(facts.name(), LONGEST_NAME - id.length()) + id;
  }

  private static String cut(String name, int most) {
    return name.length() <= most ? name : name.substring(0, most);
  }

  /** The fields of an interface, but for its machine and its tag. */
  static Map<String, @Nullable Object> of(GuestFacts.Nic nic, UUID key) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put(NAME, cut(nic.name(), LONGEST_NAME));
    var words =
        nic.vlan() == null ? nic.bridge() : "%s, VLAN %d".formatted(nic.bridge(), nic.vlan());
    fields.put("description", Mark.description(words, key));
    return fields;
  }
}
