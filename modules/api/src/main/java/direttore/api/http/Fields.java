package direttore.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.Characters;
import direttore.domain.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that a client sent. What is wrong with them is gathered, so that one
 * answer tells all of it; a field that is wrong reads as absent.
 */
public final class Fields {
  private final ObjectNode object;
  private final String path;
  private final Violations wrong;
  private final Set<String> known = new HashSet<>();
  private final List<Fields> within = new ArrayList<>();

  private Fields(ObjectNode object, String path, Violations wrong) {
    this.object = object;
    this.path = path;
    this.wrong = wrong;
  }

  /** The fields of a request's body. */
  public static Fields of(ObjectNode body) {
    return new Fields(body, "", new Violations());
  }

  public @Nullable String text(String name) {
    var text = read(name, JsonNode::isTextual, "must be text", JsonNode::textValue);
    return text == null ? null : allowed(at(name), text);
  }

  /** A whole number; 4.0 is one, as JSON has but one kind of number. */
  public @Nullable Integer integer(String name) {
    return read(
        name,
        n -> n.canConvertToExactIntegral() && n.canConvertToInt(),
        "must be a whole number",
        JsonNode::intValue);
  }

  /** A whole number that may be too large for an int. */
  public @Nullable Long number(String name) {
    return read(
        name,
        n -> n.canConvertToExactIntegral() && n.canConvertToLong(),
        "must be a whole number",
        JsonNode::longValue);
  }

  /** A number with or without decimals. */
  public @Nullable Double decimal(String name) {
    return read(name, JsonNode::isNumber, "must be a number", JsonNode::doubleValue);
  }

  /** The whole number, or what holds without it. */
  public int integer(String name, int otherwise) {
    var given = integer(name);
    return given == null ? otherwise : given;
  }

  public @Nullable Boolean flag(String name) {
    return read(name, JsonNode::isBoolean, "must be true or false", JsonNode::booleanValue);
  }

  /** The yes or no, or what holds without it. */
  public boolean flag(String name, boolean otherwise) {
    var given = flag(name);
    return given == null ? otherwise : given;
  }

  /** A list of texts, empty when absent. */
  public List<String> texts(String name) {
    var list = read(name, JsonNode::isArray, "must be a list of texts", n -> n);
    var all = new ArrayList<String>();
    for (int i = 0; list != null && i < list.size(); i++) {
      var place = "%s[%d]".formatted(at(name), i);
      var text = list.get(i).textValue();
      if (text == null) {
        wrong.add(place, "must be text");
      } else {
        Optional.ofNullable(allowed(place, text)).ifPresent(all::add);
      }
    }
    return all;
  }

  /** A list of texts, or one text whose lines or words are the list; empty when absent. */
  public List<String> texts(String name, String separator) {
    var node = object.get(name);
    if (node == null || !node.isTextual()) {
      return texts(name);
    }
    var text = text(name);
    return text == null
        ? List.of()
        : List.of(text.split(separator)).stream()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }

  /** The fields of an object within, or null when absent. */
  public @Nullable Fields object(String name) {
    return read(
        name, JsonNode::isObject, "must be an object", n -> inner((ObjectNode) n, at(name)));
  }

  /** The fields of each object of a list, empty when absent. */
  public List<Fields> objects(String name) {
    var list = read(name, JsonNode::isArray, "must be a list of objects", n -> n);
    var all = new ArrayList<Fields>();
    for (int i = 0; list != null && i < list.size(); i++) {
      var place = "%s[%d]".formatted(at(name), i);
      if (list.get(i) instanceof ObjectNode each) {
        all.add(inner(each, place));
      } else {
        wrong.add(place, "must be an object");
      }
    }
    return all;
  }

  /** What a field's value makes, or null when it is absent or cannot. */
  public <T, U> @Nullable U made(
      String name, @Nullable T value, Function<? super T, ? extends U> make) {
    return value == null ? null : wrong.at(at(name), () -> make.apply(value));
  }

  /**
   * A value that must be there; notes it as missing when the client did not send it.
   *
   * @param instead goes on in its place, so that the rest is checked too
   */
  public <T> T required(String name, @Nullable T value, T instead) {
    if (value != null) {
      return value;
    }
    if (!object.hasNonNull(name)) {
      wrong.add(at(name), "is missing");
    }
    return instead;
  }

  /** Notes a rule that the field breaks. */
  public void violated(String name, String rule) {
    wrong.add(at(name), rule);
  }

  /** Leaves a field unread, as what it must be hangs on another that is wrong. */
  public void leave(String name) {
    known.add(name);
  }

  /** Whether the client sent the field, and not as null. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** What the supplier makes of this object, or null with what is wrong noted. */
  public <T> @Nullable T whole(Supplier<? extends T> make) {
    return wrong.within(path, make);
  }

  /** Notes each field that nobody asked for, here and in the objects within. */
  public void refuseUnknown() {
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            wrong.add(at(name), "is not a field of this request");
          }
        });
    within.forEach(Fields::refuseUnknown);
  }

  /** Refuses with all that was noted, if anything was. */
  public void refuseIfAny() {
    wrong.refuseIfAny();
  }

  /** Where the field stands in the request. */
  public String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The text, or null with the rule noted that it breaks. */
  private @Nullable String allowed(String place, String text) {
    var broken = Characters.broken(text);
    broken.ifPresent(rule -> wrong.add(place, rule));
    return broken.isPresent() ? null : text;
  }

  private <T> @Nullable T read(
      String name, Predicate<JsonNode> fits, String rule, Function<JsonNode, T> value) {
    known.add(name);
    var node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (fits.test(node)) {
      return value.apply(node);
    }
    wrong.add(at(name), rule);
    return null;
  }

  private Fields inner(ObjectNode node, String place) {
    var fields = new Fields(node, place, wrong);
    within.add(fields);
    return fields;
  }
}
