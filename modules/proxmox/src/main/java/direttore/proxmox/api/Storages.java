package direttore.proxmox.api;

import direttore.domain.node.Storage;
import direttore.proxmox.reply.ReplyRow;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads rows that describe storages. */
final class Storages {
  private Storages() {}

  /** A storage from a row of its node's list. */
  static Storage listed(ReplyRow row) {
    return new Storage(
        row.text("storage"),
        row.text("type"),
        content(row.text("content")),
        row.number("avail"),
        row.number("total"),
        !row.has("enabled") || row.flag("enabled"),
        !row.has("active") || row.flag("active"),
        row.flag("shared"),
        null);
  }

  static Set<String> content(String list) {
    return Arrays.stream(list.split("[,; ]"))
        .filter(kind -> !kind.isBlank())
        .collect(Collectors.toSet());
  }
}
