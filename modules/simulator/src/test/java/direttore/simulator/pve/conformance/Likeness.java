package direttore.simulator.pve.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two answers by keys and JSON types, lists by the union of their elements. */
final class Likeness {
  private final List<String> differences = new ArrayList<>();

  /**
   * What differs between a recorded answer and ours; each begins with a path such as {@code
   * data[].mem}.
   */
  static List<String> differences(JsonNode recorded, JsonNode answered) {
    var likeness = new Likeness();
    likeness.compare("", List.of(recorded), List.of(answered));
    return likeness.differences;
  }

  private void compare(String path, List<JsonNode> recorded, List<JsonNode> answered) {
    var theirs = types(recorded);
    var ours = types(answered);
    if (!theirs.containsAll(ours) || !ours.containsAll(theirs)) {
      differences.add("%s is %s instead of %s".formatted(path, ours, theirs));
    }
    members(path, recorded, answered);
    elements(path, recorded, answered);
  }

  private void members(String path, List<JsonNode> recorded, List<JsonNode> answered) {
    var theirs = byName(recorded);
    var ours = byName(answered);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return;
    }
    var names = new TreeSet<>(theirs.keySet());
    names.addAll(ours.keySet());
    for (var name : names) {
      var below = path.isEmpty() ? name : path + "." + name;
      var left = theirs.get(name);
      var right = ours.get(name);
      if (left == null) {
        differences.add(below + " is too much");
      } else if (right == null) {
        differences.add(below + " is missing");
      } else {
        compare(below, left, right);
      }
    }
  }

  private void elements(String path, List<JsonNode> recorded, List<JsonNode> answered) {
    var theirs = elements(recorded);
    var ours = elements(answered);
    if (theirs.isEmpty() != ours.isEmpty()) {
      differences.add(
          "%s[] has %d elements instead of %d".formatted(path, ours.size(), theirs.size()));
    } else if (!theirs.isEmpty()) {
      compare(path + "[]", theirs, ours);
    }
  }

  private static Set<String> types(List<JsonNode> nodes) {
    var types = new TreeSet<String>();
    nodes.forEach(n -> types.add(n.getNodeType().name()));
    return types;
  }

  private static Map<String, List<JsonNode>> byName(List<JsonNode> nodes) {
    var found = new TreeMap<String, List<JsonNode>>();
    for (var node : nodes) {
      node.properties()
          .forEach(
              p -> found.computeIfAbsent(p.getKey(), k -> new ArrayList<>()).add(p.getValue()));
    }
    return found;
  }

  private static List<JsonNode> elements(List<JsonNode> nodes) {
    var found = new ArrayList<JsonNode>();
    for (var node : nodes) {
      if (node.isArray()) {
        node.forEach(found::add);
      }
    }
    return found;
  }
}
