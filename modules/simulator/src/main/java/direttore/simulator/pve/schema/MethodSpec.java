package direttore.simulator.pve.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One method of the API: what it accepts, who may call it and where it runs. */
public final class MethodSpec {
  private final String verb;
  private final String template;
  private final Rule permission;
  private final Shape shape;
  private final Set<Trait> traits;

  /** How a method departs from the usual one. */
  enum Trait {
    /** Not for API tokens ({@code allowtoken => 0}). */
    NO_TOKENS,
    /** Carried out by pvedaemon although it reads. */
    PROTECTED,
    /** Answered by the node that was asked. */
    ANY_NODE,
    /** Takes parameters that are not listed. */
    OPEN
  }

  MethodSpec(
      String verb, String template, Rule permission, List<Property> properties, Set<Trait> traits) {
    this.verb = verb;
    this.template = template;
    this.permission = permission;
    this.traits = traits;
    this.shape = new Shape(properties, traits.contains(Trait.OPEN));
  }

  /** GET, POST, PUT or DELETE. */
  public String verb() {
    return verb;
  }

  /** The path below {@code /api2/json} with parameters in braces. */
  public String template() {
    return template;
  }

  /** Who may call it. */
  public Rule permission() {
    return permission;
  }

  /** May an API token call it ({@code allowtoken})? */
  public boolean tokenAllowed() {
    return !traits.contains(Trait.NO_TOKENS);
  }

  /** Does pvedaemon carry it out rather than pveproxy ({@code protected})? */
  public boolean privileged() {
    return !verb.equals("GET") || traits.contains(Trait.PROTECTED);
  }

  /**
   * The path parameter naming the node that carries it out ({@code proxyto}), or null: any node.
   */
  public @Nullable String proxyTo() {
    return template.startsWith("/nodes/{node}/") && !traits.contains(Trait.ANY_NODE)
        ? "node"
        : null;
  }

  /** Is that parameter a whole number or a boolean? */
  public boolean isWhole(String name) {
    var property = shape.find(name);
    return property != null && (property.type() == Type.INTEGER || property.type() == Type.BOOLEAN);
  }

  /** The declared properties. */
  Shape shape() {
    return shape;
  }

  /**
   * Path and sent parameters in one; the first thing that happens, before permissions.
   *
   * @param path path parameters, decoded
   * @param sent query and body parameters: {@code String}, {@code Boolean}, {@code Number}, or
   *     lists
   * @throws ParameterErrors for a name that is in both with different values
   */
  public Map<String, Object> merge(Map<String, String> path, Map<String, ?> sent) {
    var all = new HashMap<String, Object>(path);
    sent.forEach((name, value) -> {
      var fixed = path.get(name);
      if (fixed != null && !fixed.equals(Type.text(value))) {
        throw new ParameterErrors(
            name, "duplicate parameter (already defined in URI) with conflicting values!");
      }
      all.put(name, value);
    });
    return all;
  }

  /**
   * The parameters of a call, checked.
   *
   * @param merged what {@link #merge} made
   * @throws ParameterErrors naming every wrong parameter at once
   */
  public CallParameters check(Map<String, ?> merged) {
    var values = new HashMap<String, Object>();
    merged.forEach((name, value) -> values.put(name, fit(name, value)));
    var errors = shape.errors("", values);
    if (!errors.isEmpty()) {
      throw new ParameterErrors(errors);
    }
    values.replaceAll((name, value) -> value instanceof List<?> l ? texts(l) : Type.text(value));
    return new CallParameters(values);
  }

  /** {@link #merge}, then {@link #check(Map)}. */
  public CallParameters check(Map<String, String> path, Map<String, ?> sent) {
    return check(merge(path, sent));
  }

  /** Lists for list formats and single values for arrays are turned into what the schema wants. */
  private Object fit(String name, Object value) {
    var property = shape.find(name);
    if (property == null) {
      return value;
    }
    if (value instanceof List<?> list && isList(property)) {
      return String.join(",", texts(list));
    }
    var alone = property.type() == Type.ARRAY && !(value instanceof List) && !value.equals("");
    return alone ? List.of(value) : value;
  }

  private static boolean isList(Property property) {
    return property.checks().stream()
        .anyMatch(c -> c instanceof Check.HasFormat format && format.name().endsWith("-list"));
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(Objects::requireNonNull).map(Type::text).toList();
  }

  @Override
  public String toString() {
    return verb + " " + template;
  }
}
