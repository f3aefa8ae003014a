package direttore.simulator.pve.conformance;

import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.schema.MethodSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Goes through all that a node serves: a guest's whole life, then every reading method. */
final class Walk {
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

  /** Parameters that a reading method asks for. */
  private static final Map<String, Map<String, String>> NEEDED =
      Map.of(
          "/nodes/{node}/qemu/{vmid}/feature", Map.of("feature", "snapshot"),
          "/nodes/{node}/lxc/{vmid}/feature", Map.of("feature", "clone"),
          "/nodes/{node}/rrddata", Map.of("timeframe", "hour"),
          "/nodes/{node}/qemu/{vmid}/rrddata", Map.of("timeframe", "day"),
          "/nodes/{node}/lxc/{vmid}/rrddata", Map.of("timeframe", "hour"),
          "/nodes/{node}/storage/{storage}/rrddata", Map.of("timeframe", "hour"),
          "/nodes/{node}/qemu/{vmid}/cloudinit/dump", Map.of("type", "user"),
          "/nodes/{node}/qemu/{vmid}/agent/exec-status", Map.of("pid", "1"),
          "/nodes/{node}/query-url-metadata", Map.of("url", "http://download.example/x.iso"),
          "/nodes/{node}/qemu/{vmid}/agent/file-read", Map.of("file", "/etc/hostname"));

  private final Session session;
  private final Site site;
  private String archive = "";

  /** Where the walk goes: a node, a storage for disks, and a container template there. */
  record Site(String node, String storage, String template) {}

  Walk(Session session, Site site) {
    this.session = session;
    this.site = site;
  }

  /** Users, tokens, groups, roles, permissions and pools. */
  void accounts() throws IOException {
    done("POST", "/access/groups", Map.of("groupid", "walkers", "comment", "g"));
    done(
        "POST",
        "/access/users",
        Map.of("userid", "walker@pve", "password", "walkpass1", "groups", "walkers"));
    done("PUT", "/access/users/walker@pve", Map.of("comment", "walks", "email", "w@example.org"));
    done("POST", "/access/users/walker@pve/token/t1", Map.of("comment", "token"));
    done("PUT", "/access/users/walker@pve/token/t1", Map.of("privsep", "0"));
    done("POST", "/access/roles", Map.of("roleid", "Walker", "privs", "VM.Audit,VM.PowerMgmt"));
    done("PUT", "/access/roles/Walker", Map.of("privs", "VM.Console", "append", "1"));
    done("PUT", "/access/acl", Map.of("path", "/vms", "users", "walker@pve", "roles", "Walker"));
    done("POST", "/pools", Map.of("poolid", "walkpool", "comment", "p"));
  }

  /** A virtual machine with a snapshot and a clone. */
  void machine(String vmid, String clone) throws IOException {
    var one = path("/nodes/{node}/qemu/" + vmid);
    done(
        "POST",
        path("/nodes/{node}/qemu"),
        Map.of(
            "vmid", vmid,
            "name", "walk-vm",
            "memory", "512",
            "cores", "2",
            "net0", "virtio,bridge=vmbr0",
            "scsi0", site.storage + ":4,format=qcow2",
            "scsihw", "virtio-scsi-pci",
            "boot", "order=scsi0;net0",
            "tags", "lab;walk"));
    done("PUT", one + "/config", Map.of("description", "walked", "onboot", "1"));
    done("POST", one + "/config", Map.of("cores", "1", "delete", "onboot"));
    done("PUT", one + "/resize", Map.of("disk", "scsi0", "size", "+1G"));
    done("POST", one + "/snapshot", Map.of("snapname", "walk1", "description", "first"));
    done("PUT", one + "/snapshot/walk1/config", Map.of("description", "second"));
    done("POST", one + "/clone", Map.of("newid", clone, "name", "walk-clone", "full", "1"));
    done("POST", one + "/status/start", Map.of());
    done("POST", one + "/status/suspend", Map.of());
    done("POST", one + "/status/resume", Map.of());
    done("POST", one + "/status/reset", Map.of());
    done("PUT", "/pools", Map.of("poolid", "walkpool", "vms", vmid));
  }

  /** Volumes, downloads and storage definitions. */
  void storages() throws IOException {
    var content = path("/nodes/{node}/storage/" + site.storage + "/content");
    var volume =
        session
            .call(
                "POST",
                content,
                Map.of("vmid", "809", "filename", "vm-809-disk-0.raw", "size", "1G"))
            .asText();
    done("GET", content + "/" + volume, Map.of());
    done("DELETE", content + "/" + volume, Map.of());
    var offered = session.call("GET", path("/nodes/{node}/aplinfo"), Map.of()).path(0);
    done(
        "POST",
        path("/nodes/{node}/aplinfo"),
        Map.of("storage", site.storage, "template", offered.path("template").asText()));
    done(
        "POST",
        "/storage",
        Map.of("storage", "walkdir", "type", "dir", "path", "/srv/walk", "content", "iso,images"));
    done("PUT", "/storage/walkdir", Map.of("content", "iso", "nodes", site.node));
    done("DELETE", "/storage/walkdir", Map.of());
  }

  /** A machine that is moved, backed up, restored and migrated. */
  void travels(String machine, String restored) throws IOException {
    var one = path("/nodes/{node}/qemu/" + machine);
    done("POST", one + "/move_disk", Map.of("disk", "scsi0", "storage", "local-lvm"));
    done("PUT", one + "/unlink", Map.of("idlist", "unused0", "force", "1"));
    done(
        "POST",
        path("/nodes/{node}/vzdump"),
        Map.of("vmid", machine, "storage", "local", "mode", "stop", "compress", "zstd"));
    archive =
        session
            .call(
                "GET",
                path("/nodes/{node}/storage/local/content"),
                Map.of("content", "backup", "vmid", machine))
            .path(0)
            .path("volid")
            .asText();
    done(
        "POST",
        path("/nodes/{node}/qemu"),
        Map.of("vmid", restored, "archive", archive, "unique", "1", "storage", site.storage));
    done("POST", path("/nodes/{node}/qemu/" + restored + "/migrate"), Map.of("target", "pve2"));
    done("DELETE", "/nodes/pve2/qemu/" + restored, Map.of());
  }

  /** Consoles, to which nobody connects. */
  void consoles(String machine, String container) throws IOException {
    var vm = path("/nodes/{node}/qemu/" + machine);
    session.call("POST", vm + "/vncproxy", Map.of("websocket", "1"));
    session.call("POST", vm + "/termproxy", Map.of());
    session.call("POST", path("/nodes/{node}/lxc/" + container + "/termproxy"), Map.of());
    session.call("POST", path("/nodes/{node}/termproxy"), Map.of());
  }

  /** A container. */
  void container(String vmid) throws IOException {
    var one = path("/nodes/{node}/lxc/" + vmid);
    done(
        "POST",
        path("/nodes/{node}/lxc"),
        Map.of(
            "vmid", vmid,
            "hostname", "walk-ct",
            "ostemplate", site.template,
            "memory", "256",
            "swap", "128",
            "cores", "1",
            "rootfs", site.storage + ":2",
            "net0", "name=eth0,bridge=vmbr0,ip=10.10.0.9/24,gw=10.10.0.1",
            "password", "walkpass1"));
    done("PUT", one + "/config", Map.of("memory", "300", "description", "walked"));
    done("PUT", one + "/resize", Map.of("disk", "rootfs", "size", "+512M"));
    done("POST", one + "/status/start", Map.of());
    done("POST", one + "/status/reboot", Map.of("timeout", "2"));
  }

  /** Every reading method of the schema that the judge knows; answers of any status are judged. */
  int everyGet(String machine, String container, Predicate<MethodSpec> known) throws IOException {
    var upid = session.call("GET", path("/nodes/{node}/tasks"), Map.of()).path(0).path("upid");
    var asked = 0;
    for (var method : ApiSchema.pve().methods()) {
      var upgrades = method.template().endsWith("/vncwebsocket");
      if (method.verb().equals("GET") && !upgrades && known.test(method)) {
        var vmid = method.template().contains("/lxc/") ? container : machine;
        var path = filled(method.template(), vmid, upid.asText());
        session.send("GET", path, needed(method.template()));
        asked++;
      }
    }
    return asked;
  }

  private Map<String, String> needed(String template) {
    return template.endsWith("/extractconfig")
        ? Map.of("volume", archive)
        : NEEDED.getOrDefault(template, Map.of());
  }

  /** Stops and removes what the walk made. */
  void cleanUp(String machine, String clone, String container) throws IOException {
    var vm = path("/nodes/{node}/qemu/" + machine);
    done("POST", vm + "/status/stop", Map.of());
    done("POST", vm + "/snapshot/walk1/rollback", Map.of());
    done("DELETE", vm + "/snapshot/walk1", Map.of());
    done("DELETE", vm, Map.of("purge", "1"));
    done("POST", path("/nodes/{node}/qemu/" + clone + "/template"), Map.of());
    done("DELETE", path("/nodes/{node}/qemu/" + clone), Map.of());
    var ct = path("/nodes/{node}/lxc/" + container);
    done("POST", ct + "/status/shutdown", Map.of("timeout", "5", "forceStop", "1"));
    done("DELETE", ct, Map.of("purge", "1"));
    done("DELETE", "/pools", Map.of("poolid", "walkpool"));
    done("DELETE", "/access/users/walker@pve/token/t1", Map.of());
    done("DELETE", "/access/users/walker@pve", Map.of());
    done("DELETE", "/access/groups/walkers", Map.of());
    done("DELETE", "/access/roles/Walker", Map.of());
  }

  private void done(String verb, String path, Map<String, String> parameters) throws IOException {
    var exit = session.finish(verb, path, new LinkedHashMap<>(parameters));
    if (!exit.isEmpty() && !exit.equals("OK") && !exit.startsWith("WARNINGS: ")) {
      throw new IllegalStateException("%s %s ended with '%s'".formatted(verb, path, exit));
    }
  }

  private String path(String template) {
    return template.replace("{node}", site.node);
  }

  private String filled(String template, String vmid, String upid) {
    return NAME.matcher(template)
        .replaceAll(match ->
            switch (match.group(1)) {
              case "node" -> site.node;
              case "vmid" -> vmid;
              case "storage" -> site.storage;
              case "volume" -> site.template;
              case "upid" -> upid;
              case "userid" -> "walker@pve";
              case "tokenid" -> "t1";
              case "groupid" -> "walkers";
              case "roleid" -> "Walker";
              case "poolid" -> "walkpool";
              case "realm" -> "pve";
              case "iface" -> "vmbr0";
              case "snapname" -> "walk1";
              case "name" -> "walked";
              case "pos" -> "0";
              default -> throw new IllegalArgumentException(match.group());
            });
  }
}
