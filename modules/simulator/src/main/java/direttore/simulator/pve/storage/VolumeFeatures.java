package direttore.simulator.pve.storage;

/** What a storage can do with a volume (volume_has_feature of the plugins). */
public final class VolumeFeatures {
  private VolumeFeatures() {}

  /**
   * Can the volume be snapshotted, cloned or copied?
   *
   * @param feature {@code snapshot}, {@code clone} or {@code copy}
   * @param snapshot whether a snapshot of the volume is meant
   */
  public static boolean has(
      String feature, Storage storage, StoredVolume volume, boolean snapshot) {
    var qcow2 = volume.format().equals("qcow2");
    return switch (feature) {
      case "snapshot" -> storage.holdsFiles() ? qcow2 : !snapshot && !volume.isBase();
      case "clone" ->
          storage.holdsFiles() ? !snapshot && volume.isBase() : snapshot || volume.isBase();
      case "copy" -> !storage.holdsFiles() || !snapshot || qcow2;
      default -> false;
    };
  }
}
