package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.write.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the objects of a list. */
final class Failures {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final int size;
  private final NetBoxRelease release;
  private final ArrayNode errors = JSON.arrayNode();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  Failures(int size, NetBoxRelease release) {
    this.size = size;
    this.release = release;
  }

  void at(int index, Refusal refusal) {
    errors.addObject().put("index", index).set("errors", refusal.body());
    refusals.add(refusal);
    places.add(index);
  }

  void of(long id, Refusal refusal) {
    errors.addObject().put("id", id).set("errors", refusal.body());
    refusals.add(refusal);
  }

  void check(String done) {
    check(done, 400);
  }

  /** Throws where anything failed. */
  void check(String done, int status) {
    if (refusals.isEmpty()) {
      return;
    }
    if (!release.isModern()) {
      throw places.isEmpty() ? refusals.getFirst() : new Refusal(status, listed());
    }
    var words = done.indexOf(' ') > 0 ? done : "objects could not be %s.".formatted(done);
    var body = JSON.objectNode();
    body.put("detail", "%d of %d %s".formatted(refusals.size(), size, words));
    body.set("errors", errors);
    throw new Refusal(status, body);
  }

  /** As before 4.7: an object for each of the list, empty for the good ones. */
  private ArrayNode listed() {
    var all = JSON.arrayNode();
    for (var i = 0; i < size; i++) {
      var at = places.indexOf(i);
      all.add(at < 0 ? JSON.objectNode() : refusals.get(at).body());
    }
    return all;
  }
}
