package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.DELETE;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** The cluster as a whole: {@code /version} and {@code /cluster}. */
final class ClusterTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/cluster", ALL),
          get("/", ALL),
          get("/cluster/backup", perm("/", "Sys.Audit")),
          get("/cluster/log", ALL, whole("max").from(1)),
          get("/cluster/nextid", ALL, VMID),
          get("/cluster/options", ALL),
          get("/cluster/replication", ALL),
          put(
              "/cluster/options",
              perm("/", "Sys.Modify"),
              text("bwlimit", "bwlimit"),
              text("consent-text").atMostLong(65536),
              choice("console", "applet", "vv", "html5", "xtermjs"),
              text("crs", "dc-crs"),
              DELETE,
              text("description").atMostLong(65536),
              text("email_from", "email-opt"),
              choice("fencing", "watchdog", "hardware", "both"),
              text("ha", "dc-ha"),
              text("http_proxy").like("http://.*"),
              choice(
                  "keyboard",
                  "de",
                  "de-ch",
                  "da",
                  "en-gb",
                  "en-us",
                  "es",
                  "fi",
                  "fr",
                  "fr-be",
                  "fr-ca",
                  "fr-ch",
                  "hu",
                  "is",
                  "it",
                  "ja",
                  "lt",
                  "mk",
                  "nl",
                  "no",
                  "pl",
                  "pt",
                  "pt-br",
                  "sv",
                  "sl",
                  "tr"),
              choice(
                  "language",
                  "ar",
                  "ca",
                  "da",
                  "de",
                  "en",
                  "es",
                  "eu",
                  "fa",
                  "fr",
                  "hr",
                  "he",
                  "it",
                  "ja",
                  "ka",
                  "kr",
                  "nb",
                  "nl",
                  "nn",
                  "pl",
                  "pt_BR",
                  "ru",
                  "sl",
                  "sv",
                  "tr",
                  "ukr",
                  "zh_CN",
                  "zh_TW"),
              text("location", "pve-node-location"),
              text("mac_prefix", "mac-prefix"),
              whole("max_workers").from(1),
              text("migration", "dc-migration"),
              flag("migration_unsecure"),
              text("next-id", "dc-next-id"),
              text("notify", "dc-notify"),
              text("registered-tags")
                  .like("(?:(?:[a-z0-9_][a-z0-9_\\-\\+\\.]*);)*(?:[a-z0-9_][a-z0-9_\\-\\+\\.]*)"),
              text("replication", "dc-replication"),
              text("tag-style", "dc-tag-style"),
              text("u2f", "dc-u2f"),
              text("user-tag-access", "dc-user-tag-access"),
              text("webauthn", "dc-webauthn")),
          get("/cluster/resources", ALL, choice("type", "vm", "storage", "node", "sdn")),
          get("/cluster/status", perm("/", "Sys.Audit")).swapPrivileged(),
          get("/cluster/tasks", ALL),
          get("/version", ALL));

  private ClusterTable() {}
}
