package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Origin;
import direttore.simulator.netbox.view.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A request with its caller.
 *
 * @param body what was sent, missing where nothing was
 * @param id of the request, which the change log holds
 */
record Call(Request request, Caller caller, JsonNode body, String id) {

  Origin origin() {
    return new Origin(
        caller.user().id(),
        caller.user().text("username"),
        id,
        body.path("changelog_message").asText(""));
  }

  Shape shape(boolean modern) {
    var only = names("fields");
    var without = new HashSet<>(modern ? names("omit") : names("exclude"));
    var suffix = request.parameter("format").equals("json") ? "?format=json" : "";
    return new Shape(
        request.base(),
        suffix,
        !request.parameter("brief").isEmpty(),
        only.isEmpty() ? null : only,
        without);
  }

  Shape whole() {
    return Shape.full(request.base());
  }

  private Set<String> names(String parameter) {
    var names = new HashSet<String>();
    for (var name : List.of(request.parameter(parameter).split(",", -1))) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
