package direttore.simulator.pve.storage;

/**
 * A volume.
 *
 * @param place the storage and, unless it is shared, {@code @} and the node
 * @param name what follows the storage and colon in its id
 * @param content images, rootdir, iso, vztmpl, backup, snippets or import
 * @param format raw, qcow2, vmdk, iso, tgz, tzst, txz ...
 * @param size in bytes, as the guest sees it
 * @param used bytes of the storage that it takes
 * @param vmid the owner, 0 for none
 * @param ctime seconds since 1970
 */
public record StoredVolume(
    String place,
    String name,
    String content,
    String format,
    long size,
    long used,
    int vmid,
    long ctime) {

  public StoredVolume {
    if (size < 0 || used < 0) {
      throw new IllegalArgumentException("size and used must not be negative");
    }
  }

  /** Where a storage keeps volumes on a node. */
  public static String placeOf(Storage storage, String node) {
    return storage.shared() ? storage.id() : storage.id() + "@" + node;
  }

  /** The id of its storage. */
  public String storage() {
    var end = place.indexOf('@');
    return end < 0 ? place : place.substring(0, end);
  }

  /** Its id, such as {@code local-lvm:vm-100-disk-0}. */
  public String volid() {
    return storage() + ":" + name;
  }

  /** The part of the name after the last slash. */
  public String file() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Is it a base image, the disk of a template? */
  public boolean isBase() {
    return file().startsWith("base-");
  }

  /** The base image's name that a linked clone on files shows in its own name, or empty. */
  public String baseName() {
    var second = name.indexOf('/', name.indexOf('/') + 1);
    return name.contains("base-") && second > 0 ? name.substring(0, second) : "";
  }

  /** The same volume with another use of space. */
  public StoredVolume using(long bytes) {
    return new StoredVolume(place, name, content, format, size, bytes, vmid, ctime);
  }

  /** The same volume with another size. */
  public StoredVolume sized(long bytes) {
    return new StoredVolume(
        place, name, content, format, bytes, Math.min(used, bytes), vmid, ctime);
  }

  /** The same volume under another name. */
  public StoredVolume named(String other) {
    return new StoredVolume(place, other, content, format, size, used, vmid, ctime);
  }
}
