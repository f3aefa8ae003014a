package direttore.simulator.pve.storage;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An image, template or disk that is to come to a storage.
 *
 * @param name without a folder, with the characters that Proxmox VE leaves
 */
record NewFile(Storage storage, String node, String content, String name) {
  private static final Map<String, Pattern> NAMES =
      Map.of(
          "iso", Pattern.compile(".+\\.(?i:iso|img)"),
          "vztmpl", Pattern.compile(".+\\.tar\\.(gz|xz|zst|bz2)"),
          "import", Pattern.compile("[a-zA-Z0-9_.-]+\\.(ova|ovf|qcow2|raw|vmdk)"));

  /** The one that the call names, refused in the order of Proxmox VE. */
  static NewFile of(MethodCall call, Storages storages, String unfit) {
    var storage = storages.enabled(call.required("storage"), call.node());
    if (!storage.holdsFiles()) {
      throw new Failure("can't upload to storage type '%s'%s".formatted(storage.type(), unfit));
    }
    var content = call.required("content");
    var name =
        call.required("filename").replaceFirst("^.*[/\\\\]", "").replaceAll("[^a-zA-Z0-9_.-]", "_");
    var names = NAMES.get(content);
    if (names == null || !names.matcher(name).matches()) {
      throw new ParameterErrors(
          "filename",
          content.equals("import")
              ? "invalid filename or wrong extension"
              : "wrong file extension");
    }
    if (!storage.holds(content)) {
      throw new Failure(
          "storage '%s' does not support '%s' content".formatted(storage.id(), content));
    }
    return new NewFile(storage, call.node(), content, name);
  }

  String path() {
    return ContentRoutes.path(storage, content, name);
  }

  /** As a volume of that many bytes. */
  StoredVolume volume(long bytes, long now) {
    var end = name.substring(name.lastIndexOf('.') + 1);
    var format =
        switch (content) {
          case "iso" -> "iso";
          case "vztmpl" ->
              Map.of("gz", "tgz", "xz", "txz", "zst", "tzst").getOrDefault(end, "tbz2");
          default -> end;
        };
    return new StoredVolume(
        StoredVolume.placeOf(storage, node),
        content + "/" + name,
        content,
        format,
        bytes,
        bytes,
        0,
        now);
  }
}
