package direttore.simulator.pve.access;

import direttore.simulator.pve.access.AccessState.Group;
import direttore.simulator.pve.schema.CallParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /access/groups}. */
final class GroupMethods {
  private final AccessControl access;

  GroupMethods(AccessControl access) {
    this.access = access;
  }

  List<Map<String, Object>> list(Caller caller) {
    var found = new ArrayList<Map<String, Object>>();
    for (var group : access.state().groups()) {
      var path = "/access/groups/" + group.groupid();
      if (access.allowsAny(caller, path, "User.Modify", "Sys.Audit", "Group.Allocate")) {
        var row = new LinkedHashMap<String, Object>();
        row.put("groupid", group.groupid());
        if (group.comment() != null) {
          row.put("comment", group.comment());
        }
        row.put("users", String.join(",", group.members().stream().sorted().toList()));
        found.add(row);
      }
    }
    return found;
  }

  Map<String, Object> show(String groupid) {
    var group = existing(groupid, "");
    var shown = new LinkedHashMap<String, Object>();
    shown.put("members", group.members());
    if (group.comment() != null) {
      shown.put("comment", group.comment());
    }
    return shown;
  }

  @Nullable Object create(CallParameters parameters) {
    var groupid = parameters.required("groupid");
    access.change(state -> {
      if (state.group(groupid) != null) {
        throw AccessDenied.failed(
            "create group failed: group '%s' already exists".formatted(groupid));
      }
      var groups = new ArrayList<>(state.groups());
      groups.add(new Group(groupid, parameters.text("comment"), List.of()));
      return state.groups(groups);
    });
    return null;
  }

  @Nullable Object update(CallParameters parameters) {
    var old = existing(parameters.required("groupid"), "update group failed: ");
    var comment = parameters.has("comment") ? parameters.text("comment") : old.comment();
    var group = new Group(old.groupid(), comment, old.members());
    access.change(s -> s.groups(s.groups().stream().map(g -> g.equals(old) ? group : g).toList()));
    return null;
  }

  @Nullable Object delete(String groupid) {
    var group = existing(groupid, "delete group failed: ");
    access.change(s ->
        s.groups(s.groups().stream().filter(g -> !g.equals(group)).toList())
            .grants(s.grants().stream().filter(g -> !isOf(g, groupid)).toList()));
    return null;
  }

  private static boolean isOf(AccessState.Grant grant, String groupid) {
    return grant.type().equals("group") && grant.ugid().equals(groupid);
  }

  private Group existing(String groupid, String doing) {
    var group = access.state().group(groupid);
    if (group == null) {
      throw AccessDenied.failed("%sgroup '%s' does not exist".formatted(doing, groupid));
    }
    return group;
  }
}
