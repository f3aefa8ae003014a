package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static java.util.Map.entry;

import java.util.Map;

/** The property strings of cluster, nodes and storages. */
final class DatacenterFormats {
  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry(
              "backup-fleecing",
              new PropertyString(flag("enabled").asMain(), text("storage", "pve-storage-id"))),
          entry(
              "backup-performance",
              new PropertyString(whole("max-workers", 1, 256), whole("pbs-entries-max").from(1))),
          entry(
              "bwlimit",
              new PropertyString(
                  number("clone").from(0),
                  number("default").from(0),
                  number("migration").from(0),
                  number("move").from(0),
                  number("restore").from(0))),
          entry(
              "dc-crs",
              new PropertyString(
                  choice("ha", "basic", "static", "dynamic"),
                  flag("ha-auto-rebalance"),
                  number("ha-auto-rebalance-hold-duration").from(0).needs("ha-auto-rebalance"),
                  number("ha-auto-rebalance-margin", 0, 100).needs("ha-auto-rebalance"),
                  choice("ha-auto-rebalance-method", "bruteforce", "topsis")
                      .needs("ha-auto-rebalance"),
                  number("ha-auto-rebalance-threshold", 0, 100).needs("ha-auto-rebalance"),
                  flag("ha-rebalance-on-start"))),
          entry(
              "dc-ha",
              new PropertyString(
                  choice("shutdown_policy", "freeze", "failover", "conditional", "migrate")
                      .required())),
          entry(
              "dc-migration",
              new PropertyString(
                  text("network", "CIDR"),
                  choice("type", "secure", "insecure").asMain().required())),
          entry("dc-next-id", new PropertyString(whole("lower"), whole("upper"))),
          entry(
              "dc-notify",
              new PropertyString(
                  choice("fencing", "always", "never"),
                  choice("package-updates", "auto", "always", "never"),
                  choice("replication", "always", "never"),
                  text("target-fencing"),
                  text("target-package-updates"),
                  text("target-replication"))),
          entry(
              "dc-replication",
              new PropertyString(
                  text("network", "CIDR"),
                  choice("type", "secure", "insecure").asMain().required())),
          entry(
              "dc-tag-style",
              new PropertyString(
                  flag("case-sensitive"),
                  text("color-map")
                      .like(
                          "(?:(?:[a-z0-9_][a-z0-9_\\-\\+\\.]*):[0-9a-fA-F]{6}(?::[0-9a-fA-F]{6})?)(?:;(?:(?:[a-z0-9_][a-z0-9_\\-\\+\\.]*):[0-9a-fA-F]{6}(?::[0-9a-fA-F]{6})?))*"),
                  choice("ordering", "config", "alphabetical"),
                  choice("shape", "full", "circle", "dense", "none"))),
          entry("dc-u2f", new PropertyString(text("appid"), text("origin"))),
          entry(
              "dc-user-tag-access",
              new PropertyString(
                  choice("user-allow", "none", "list", "existing", "free"),
                  text("user-allow-list")
                      .like(
                          "(?:[a-z0-9_][a-z0-9_\\-\\+\\.]*)(?:;(?:[a-z0-9_][a-z0-9_\\-\\+\\.]*))*"))),
          entry(
              "dc-webauthn",
              new PropertyString(flag("allow-subdomains"), text("id"), text("origin"), text("rp"))),
          entry(
              "node-acme",
              new PropertyString(
                  text("account", "pve-configid"), text("domains", "pve-acme-domain-list"))),
          entry(
              "node-acmedomain",
              new PropertyString(
                  text("alias", "pve-acme-alias"),
                  text("domain", "pve-acme-domain").asMain().required(),
                  text("plugin", "pve-configid"))),
          entry(
              "node-wakeonlan",
              new PropertyString(
                  text("bind-interface", "pve-iface"),
                  text("broadcast-address", "ipv4"),
                  text("mac", "mac-addr").asMain().required())),
          entry(
              "prune-backups",
              new PropertyString(
                  flag("keep-all"),
                  whole("keep-daily").from(0),
                  whole("keep-hourly").from(0),
                  whole("keep-last").from(0),
                  whole("keep-monthly").from(0),
                  whole("keep-weekly").from(0),
                  whole("keep-yearly").from(0))),
          entry(
              "pve-node-location",
              new PropertyString(
                  number("latitude", -90, 90).required(),
                  number("longitude", -180, 180).required(),
                  text("name").atMostLong(128))));

  private DatacenterFormats() {}
}
