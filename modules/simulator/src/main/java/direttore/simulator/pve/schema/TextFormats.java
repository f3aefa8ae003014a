package direttore.simulator.pve.schema;

import static java.util.Map.entry;

import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

/** Formats of names, numbers and lists: one regular expression and one sentence each. */
final class TextFormats {
  static final String NODE = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?";
  static final String DNS = "(?:" + NODE + "\\.)*" + NODE;
  private static final String USER = "[^\\s:/]+";
  private static final String REALM = "[A-Za-z][A-Za-z0-9\\.\\-_]+";
  private static final String BUS_0 = "ide[0-3]|scsi([12]?\\d|30)|virtio(\\d|1[0-5])|sata[0-5]";
  private static final String CONTENT = "images|rootdir|vztmpl|iso|backup|snippets|import|none";
  private static final String HOTPLUG = "network|disk|cpu|memory|usb|cloudinit";

  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry("string", (path, value) -> {}),
          entry("pve-configid", like("(?i)^[a-z][a-z0-9_-]+$", "invalid configuration ID '%s'")),
          entry("pve-vmid", like("^[1-9][0-9]{2,8}$", "value does not look like a valid VM ID")),
          entry("pve-node", like("^" + NODE + "$", "value does not look like a valid node name")),
          entry("pve-realm", like("^" + REALM + "$", "value does not look like a valid realm")),
          entry("pve-roleid", named("role name")),
          entry("pve-groupid", named("group name")),
          entry("pve-userid", TextFormats::userid),
          entry(
              "pve-tokenid",
              like(
                  "^" + USER + "@" + REALM + "!" + REALM + "$",
                  "value '%s' does not look like a valid token ID")),
          entry("pve-poolid", TextFormats::poolid),
          entry("pve-priv", TextFormats::privilege),
          entry("pve-storage-id", TextFormats::storageid),
          entry(
              "pve-volume-id",
              like(
                  "(?i)^([a-z][a-z0-9\\-\\_\\.]*[a-z0-9]):(.+)$",
                  "unable to parse volume ID '%s'")),
          entry(
              "pve-volume-id-or-absolute-path",
              like(
                  "(?i)^/|^([a-z][a-z0-9\\-\\_\\.]*[a-z0-9]):(.+)$",
                  "unable to parse volume ID '%s'")),
          entry(
              "pve-volume-id-or-qm-path",
              like(
                  "(?i)^(none|cdrom|/.*|([a-z][a-z0-9\\-\\_\\.]*[a-z0-9]):(.+))$",
                  "unable to parse volume ID '%s'")),
          entry("pve-lxc-mp-string", TextFormats::mountPoint),
          entry(
              "pve-lxc-dev-string",
              like("^/dev/(?!.*/\\.\\.?(/|$))", "%s is not a valid device path")),
          entry(
              "pve-storage-path",
              like("^/[^;\\(\\)]+", "value does not look like a valid absolute path")),
          entry("pve-storage-options", like("^\\S+$", "invalid options '%s'")),
          entry(
              "pve-storage-vgname",
              like(
                  "(?i)^[a-z0-9][a-z0-9\\-\\_\\.]*[a-z0-9]$",
                  "lvm name '%s' contains illegal characters")),
          entry("pve-storage-zfs-blocksize", like("^\\d+[kKmM]?$", "invalid block size '%s'")),
          entry("pve-storage-content", like("^(" + CONTENT + ")$", "invalid content type '%s'")),
          entry("pve-dir-override", like("^[a-z]+=(?!.*\\.\\.).*[^.]$", "invalid override '%s'")),
          entry("pve-tag", like("(?i)^[a-z0-9_][a-z0-9_\\-\\+\\.]*$", "invalid characters in tag")),
          entry(
              "pve-task-status-type",
              like("(?i)^(ok|error|warning|unknown)$", "invalid status '%s'")),
          entry("urlencoded", like("^[-%a-zA-Z0-9_.!~*'()]*$", "invalid urlencoded string: %s")),
          entry(
              "disk-size",
              like(
                  "^(\\d+(\\.\\d+)?)([KMGT](?:iB)?)?$",
                  "value does not look like a valid disk size: %s")),
          entry(
              "pve-qm-bootdisk",
              like("^(" + BUS_0 + "|efidisk0|tpmstate0)$", "invalid boot disk '%s'")),
          entry(
              "pve-qm-bootdev",
              like(
                  "^(" + BUS_0 + "|net([12]?\\d|3[01])|usb(\\d|1[0-3])|hostpci(\\d|1[0-5]))$",
                  "invalid boot device '%s'")),
          entry(
              "pve-cpuset",
              like("^\\d+(-\\d+)?(,\\d+(-\\d+)?)*$", "unable to parse cpuset option")),
          entry(
              "pve-phys-bits",
              like(
                  "^(host|3[2-9]|[45]\\d|6[0-4])$",
                  "value must be an integer between 32 and 64 or 'host'")),
          entry(
              "pve-hotplug-features",
              like("^(|0|1|((" + HOTPLUG + ")([;, ]+|$))+)$", "unable to parse hotplug option")),
          entry(
              "pve-startup-order",
              like(
                  "^(?!0?$)(((order=)?\\d+|up=\\d+|down=\\d+|\\s*)(,|$))+$",
                  "unable to parse startup options")),
          entry("pve-ct-timezone", TextFormats::timezone),
          entry(
              "pve-acme-domain",
              like("^(\\*\\.)?" + DNS + "$", "value '%s' does not look like a valid ACME domain")),
          entry(
              "pve-acme-alias",
              like("^[\\w.-]+$", "value '%s' does not look like a valid ACME alias")),
          entry(
              "pve-ha-resource-or-vm-id",
              like("^((vm|ct):)?[1-9][0-9]{2,8}$", "value does not look like a valid VM ID")),
          entry(
              "pve-sdn-vnet-id",
              like("^[a-z][a-z0-9]*[a-z0-9]$", "vnet ID '%s' contains illegal characters")),
          entry(
              "pve-sdn-zone-id",
              like("^[a-z][a-z0-9]*[a-z0-9]$", "zone ID '%s' contains illegal characters")),
          entry("email", email("email address")),
          entry(
              "email-or-username",
              like(
                  "^[^\\s@]+(@[^\\s@]+)?$",
                  "value does not look like a valid email address or user name")),
          entry("storage-pair", TextFormats::storagePair));

  private TextFormats() {}

  /** A format by regular expression; {@code %s} in the sentence is the value. */
  static Format like(String regex, String sentence) {
    var pattern = Pattern.compile(regex);
    return (path, value) -> {
      if (!pattern.matcher(value).find()) {
        throw new Format.Malformed(sentence.replace("%s", value));
      }
    };
  }

  private static Format named(String what) {
    return like("^[A-Za-z0-9\\.\\-_]+$", what + " '%s' contains invalid characters");
  }

  private static Format email(String what) {
    return like(
        "^[\\w\\+\\-\\~]+(\\.[\\w\\+\\-\\~]+)*@[a-zA-Z0-9\\-]+(\\.[a-zA-Z0-9\\-]+)*$",
        "value does not look like a valid " + what);
  }

  private static void userid(String path, String value) throws Format.Malformed {
    if (value.length() < 3) {
      throw new Format.Malformed("user name '%s' is too short".formatted(value));
    }
    if (value.length() > 64) {
      throw new Format.Malformed(
          "user name '%s' is too long (%d > 64)".formatted(value, value.length()));
    }
    like("^" + USER + "@" + REALM + "$", "value '%s' does not look like a valid user name")
        .verify(path, value);
  }

  private static void poolid(String path, String value) throws Format.Malformed {
    if (value.split("/", -1).length > 3) {
      throw new Format.Malformed(
          "pool name '%s' nested too deeply (max levels = 3)".formatted(value));
    }
    like(
            "^[A-Za-z0-9\\.\\-_]+(?:/[A-Za-z0-9\\.\\-_]+){0,2}$",
            "pool name '%s' contains invalid characters")
        .verify(path, value);
  }

  private static void privilege(String path, String value) throws Format.Malformed {
    if (!Privileges.ALL.contains(value)) {
      throw new Format.Malformed("invalid privilege '%s'".formatted(value));
    }
  }

  private static void storageid(String path, String value) throws Format.Malformed {
    if (value.length() < 2) {
      throw new Format.Malformed(
          "storage ID '%s' cannot be shorter than 2 characters".formatted(value));
    }
    like("(?i)^[a-z][a-z0-9\\-\\_\\.]*[a-z0-9]$", "storage ID '%s' contains illegal characters")
        .verify(path, value);
  }

  /** A volume, an absolute path without steps upwards, or a block device. */
  private static void mountPoint(String path, String value) throws Format.Malformed {
    if (value.contains("/./") || value.contains("/../") || value.endsWith("/..")) {
      throw new Format.Malformed("path must not contain '.' or '..' elements");
    }
  }

  private static void timezone(String path, String value) throws Format.Malformed {
    if (!value.equals("host") && !ZoneId.getAvailableZoneIds().contains(value)) {
      throw new Format.Malformed("invalid time zone '%s'".formatted(value));
    }
  }

  private static void storagePair(String path, String value) throws Format.Malformed {
    if (value.equals("1")) {
      return;
    }
    var pair = value.matches("[^:]+:[^:]+") ? value.split(":", 2) : new String[] {value};
    try {
      for (var storage : pair) {
        storageid(path, storage);
      }
    } catch (Format.Malformed e) {
      // Each of the three subroutines on the way adds a line feed of its own.
      throw new Format.Malformed(
          "entry '%s' contains invalid ID - %s\n\n".formatted(value, e.text()));
    }
  }
}
