package direttore.simulator.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Origin;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.write.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fills an empty NetBox with the lab that {@code lab.json} describes. */
final class LabSeed {
  private final Database database;
  private final Writer writer;

  LabSeed(Database database, NetBoxRelease release) {
    this.database = database;
    this.writer = new Writer(database, release);
  }

  /** Makes all objects of the lab, in the order of the description. */
  void plant() {
    try (var in = LabSeed.class.getResourceAsStream("lab.json")) {
      var lab = new ObjectMapper().readTree(in);
      database.write(
          Origin.simulator(),
          transaction -> {
            for (var step : lab) {
              var model = database.models().type(step.path("type").asText());
              for (var object : step.path("objects")) {
                writer.create(transaction, model, numbered(object));
              }
              for (var change : step.path("changes")) {
                var row = writer.find(model.type(), change.path("find"));
                writer.update(transaction, row, change.path("set"), false);
              }
            }
            return true;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("the description of the lab cannot be read", e);
    }
  }

  /** The object with numbers in place of the attributes by which it names others. */
  private JsonNode numbered(JsonNode object) {
    var copy = Writer.copy(object);
    for (var entry : object.properties()) {
      if (entry.getKey().endsWith("_id") && entry.getValue().isObject()) {
        var type = object.path(entry.getKey().replaceFirst("_id$", "_type")).asText();
        copy.put(entry.getKey(), writer.find(type, entry.getValue()).id());
      }
    }
    return copy;
  }
}
