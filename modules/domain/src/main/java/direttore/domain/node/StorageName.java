package direttore.domain.node;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/**
 * The forms of what Proxmox calls a storage, and a volume on one (PVE::JSONSchema, PVE::Storage).
 */
public final class StorageName {
  private static final Pattern STORAGE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9]");

  private StorageName() {}

  /** The name, refused where no storage can have it. */
  public static String of(String name) {
    if (!STORAGE.matcher(name).matches()) {
      throw new Refusal.Invalid(
          "storage", "must be the name of a storage: a letter, then letters, digits and - _ .");
    }
    return name;
  }

  /**
   * The volume, such as {@code local:iso/debian 13 (x64).iso}, refused where Proxmox could not use
   * it: a comma would end the property that names it.
   */
  public static String volume(String volid) {
    var colon = volid.indexOf(':');
    var path = volid.substring(colon + 1);
    if (colon < 0
        || !STORAGE.matcher(volid.substring(0, colon)).matches()
        || path.isBlank()
        || path.matches("[0-9.]+")
        || path.contains(",")) {
      throw new Refusal.Invalid(
          "volume", "must be storage:path, such as local:iso/debian.iso, without a comma");
    }
    return volid;
  }

  /** The storage that a volume lies on. */
  public static String holding(String volid) {
    return volid.substring(0, Math.max(0, volid.indexOf(':')));
  }
}
