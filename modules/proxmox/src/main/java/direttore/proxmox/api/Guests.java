package direttore.proxmox.api;

import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestRef;
import direttore.proxmox.reply.ReplyRow;
import java.util.Arrays;
import java.util.List;

/** Reads rows that describe guests. */
final class Guests {
  private Guests() {}

  /** A guest from a row of the cluster's or of its node's list, which name two fields apart. */
  static Guest listed(GuestRef ref, ReplyRow row) {
    return new Guest(
        ref,
        row.text("name"),
        row.optional("status").orElse("unknown"),
        row.has("maxcpu") ? row.decimal("maxcpu") : row.decimal("cpus"),
        row.number("maxmem"),
        row.number("maxdisk"),
        row.decimal("cpu"),
        row.number("mem"),
        row.number("uptime"),
        tags(row.text("tags")),
        row.flag("template"),
        row.filled("lock").orElse(null),
        null,
        null);
  }

  /** Tags, which Proxmox separates by semicolons, and long ago by commas or blanks. */
  static List<String> tags(String text) {
    return Arrays.stream(text.split("[;, ]")).filter(tag -> !tag.isBlank()).toList();
  }
}
