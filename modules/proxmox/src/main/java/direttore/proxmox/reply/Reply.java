package direttore.proxmox.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A successful answer. */
public final class Reply {
  private final JsonNode envelope;

  Reply(JsonNode envelope) {
    this.envelope = envelope;
  }

  /** The one object that {@code data} is. */
  public Row row() {
    return new Row(envelope.path("data"));
  }

  /** The objects of the array that {@code data} is; none when it is null. */
  public List<Row> rows() {
    return StreamSupport.stream(envelope.path("data").spliterator(), false).map(Row::new).toList();
  }

  /** The text or number that {@code data} is, empty when it is null. */
  public String text() {
    var data = envelope.path("data");
    return data.isNull() ? "" : data.asText("");
  }

  /** How many rows there are in all, where the answer is a page; 0 where it does not say. */
  public long total() {
    return new Row(envelope).number("total");
  }
}
