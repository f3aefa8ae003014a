package direttore.proxmox.api;

import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/storage/{storage}}. */
public final class StorageApi {
  private final ProxmoxSession session;
  private final ApiPath path;

  StorageApi(ProxmoxSession session, ApiPath path) {
    this.session = session;
    this.path = path;
  }

  /**
   * A volume.
   *
   * @param volid such as {@code local:iso/debian.iso}
   * @param size bytes
   */
  public record Content(String volid, String content, long size) {}

  /**
   * {@code GET …/content}.
   *
   * @param kind what to list, such as {@code iso}, or null for everything
   * @param vmid whose volumes to list, or null for everybody's
   */
  public List<Content> content(@Nullable String kind, @Nullable Integer vmid) {
    var filter = Parameters.none().with("content", kind).with("vmid", vmid);
    return session.get(path.child("content"), filter).rows().stream()
        .map(row -> new Content(row.text("volid"), row.text("content"), row.number("size")))
        .toList();
  }
}
