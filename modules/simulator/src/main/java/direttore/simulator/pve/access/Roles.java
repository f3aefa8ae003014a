package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.Privileges;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The roles that Proxmox VE 9.2 brings along. PVE 8.4 has {@code VM.Monitor} where this one has the
 * five {@code VM.GuestAgent} privileges.
 */
final class Roles {
  private static final Set<String> ROOT_ONLY =
      Set.of(
          "Permissions.Modify",
          "Realm.Allocate",
          "Sys.AccessNetwork",
          "Sys.Incoming",
          "Sys.Modify",
          "Sys.PowerMgmt");
  private static final SortedSet<String> VM_USER =
      set(
          "VM.Audit",
          "VM.Backup",
          "VM.Config.CDROM",
          "VM.Config.Cloudinit",
          "VM.Console",
          "VM.GuestAgent.Audit",
          "VM.GuestAgent.FileRead",
          "VM.GuestAgent.FileSystemMgmt",
          "VM.GuestAgent.FileWrite",
          "VM.PowerMgmt");

  private static final Map<String, SortedSet<String>> SPECIAL = special();

  private Roles() {}

  private static Map<String, SortedSet<String>> special() {
    var all = new TreeMap<String, SortedSet<String>>();
    all.put("NoAccess", set());
    all.put("Administrator", having(p -> true));
    all.put("PVEAdmin", having(p -> !ROOT_ONLY.contains(p) && !p.equals("Mapping.Modify")));
    all.put("PVEAuditor", having(p -> p.endsWith(".Audit")));
    all.put("PVEVMAdmin", having(p -> p.startsWith("VM.")));
    all.put("PVEVMUser", VM_USER);
    all.put("PVETemplateUser", set("VM.Audit", "VM.Clone"));
    all.put("PVEDatastoreAdmin", having(p -> p.startsWith("Datastore.")));
    all.put("PVEDatastoreUser", set("Datastore.AllocateSpace", "Datastore.Audit"));
    all.put("PVESDNAdmin", having(p -> p.startsWith("SDN.")));
    all.put("PVESDNUser", set("SDN.Audit", "SDN.Use"));
    all.put("PVEPoolAdmin", having(p -> p.startsWith("Pool.")));
    all.put("PVEPoolUser", set("Pool.Audit"));
    all.put("PVEMappingAdmin", having(p -> p.startsWith("Mapping.")));
    all.put("PVEMappingUser", set("Mapping.Audit", "Mapping.Use"));
    all.put("PVESysAdmin", set("Sys.Audit", "Sys.Console", "Sys.Syslog"));
    all.put("PVEUserAdmin", set("Group.Allocate", "Realm.AllocateUser", "User.Modify"));
    return Collections.unmodifiableMap(all);
  }

  static Map<String, SortedSet<String>> builtIn() {
    return SPECIAL;
  }

  static boolean isBuiltIn(String roleid) {
    return SPECIAL.containsKey(roleid);
  }

  /** The privileges of a role, or null if there is no such role. */
  static @Nullable SortedSet<String> privileges(AccessState state, String roleid) {
    var builtIn = SPECIAL.get(roleid);
    if (builtIn != null) {
      return builtIn;
    }
    for (var role : state.roles()) {
      if (role.roleid().equals(roleid)) {
        return new TreeSet<>(role.privileges());
      }
    }
    return null;
  }

  private static SortedSet<String> having(Predicate<String> wanted) {
    var found = new TreeSet<String>();
    Privileges.ALL.stream().filter(wanted).forEach(found::add);
    return Collections.unmodifiableSortedSet(found);
  }

  private static SortedSet<String> set(String... privileges) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(privileges)));
  }
}
