package direttore.proxmox.reply;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.Refusal;
import direttore.domain.task.Upid;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.List;
import java.util.stream.StreamSupport;

/** A successful answer. */
public final class Reply {
  private final JsonNode envelope;

  Reply(JsonNode envelope) {
    this.envelope = envelope;
  }

  /** The one object that {@code data} is. */
  public ReplyRow row() {
    if (!envelope.path("data").isObject()) {
      throw new ProxmoxFailure.Unreadable(
          "Proxmox answered with nothing where an object was expected", null);
    }
    return new ReplyRow(envelope.path("data"));
  }

  /** The objects of the array that {@code data} is; nothing at all is no empty list. */
  public List<ReplyRow> rows() {
    if (!envelope.path("data").isArray()) {
      throw new ProxmoxFailure.Unreadable(
          "Proxmox answered with nothing where a list was expected", null);
    }
    return StreamSupport.stream(envelope.path("data").spliterator(), false)
        .map(ReplyRow::new)
        .toList();
  }

  /** The text or number that {@code data} is, empty when it is null. */
  public String text() {
    var data = envelope.path("data");
    return data.isNull() ? "" : data.asText("");
  }

  /** The task that {@code data} names. */
  public Upid upid() {
    try {
      return new Upid(text());
    } catch (Refusal.Invalid e) {
      throw new ProxmoxFailure.Unreadable("Proxmox answered without the task it began", e);
    }
  }

  /** How many rows there are in all, where the answer is a page; 0 where it does not say. */
  public long total() {
    return new ReplyRow(envelope).number("total");
  }
}
