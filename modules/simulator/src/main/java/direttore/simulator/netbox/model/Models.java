package direttore.simulator.netbox.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All models, from the descriptions beside this class. */
public final class Models {
  private static final List<String> APPS =
      List.of("core", "dcim", "extras", "ipam", "tenancy", "users", "virtualization");

  private final Map<String, Model> byType = new LinkedHashMap<>();
  private final Map<String, Model> byPath = new LinkedHashMap<>();

  private Models() {}

  /** Reads the descriptions. */
  public static Models read() {
    var models = new Models();
    var json = new ObjectMapper();
    for (var app : APPS) {
      try (var in = Models.class.getResourceAsStream(app + ".json")) {
        for (var description : json.readTree(in)) {
          models.add(new Model(description));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the description of " + app + " cannot be read", e);
      }
    }
    return models;
  }

  private void add(Model model) {
    byType.put(model.type(), model);
    byPath.put(model.path(), model);
  }

  /** The model {@code dcim.site}. */
  public Model type(String type) {
    var model = byType.get(type);
    if (model == null) {
      throw new IllegalArgumentException("type is " + type + ", which no model has");
    }
    return model;
  }

  /** Is there such a model? */
  public boolean has(String type) {
    return byType.containsKey(type);
  }

  /** The model whose list is at {@code dcim/sites}, or null. */
  public @Nullable Model path(String path) {
    return byPath.get(path);
  }

  /** All of them. */
  public Collection<Model> all() {
    return byType.values();
  }
}
