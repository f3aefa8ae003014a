package direttore.simulator.pve.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One method of the API: what it accepts, who may call it and where it runs. */
public final class MethodSpec {
  private final String verb;
  private final String template;
  private final Rule permission;
  private final List<Property> properties;
  private final Shape shape;
  private final Traits traits;

  /** How a method departs from the usual one. */
  private record Traits(boolean tokens, boolean privileged, boolean proxied, boolean open) {}

  private MethodSpec(
      String verb, String template, Rule permission, List<Property> properties, Traits traits) {
    this.verb = verb;
    this.template = template;
    this.permission = permission;
    this.properties = properties;
    this.traits = traits;
    this.shape = new Shape(properties, traits.open);
  }

  private static MethodSpec of(String verb, String template, Rule rule, Property... properties) {
    var all = new ArrayList<Property>();
    for (var property : properties) {
      all.add(template.contains("{" + property.name() + "}") ? property.required() : property);
    }
    var traits =
        new Traits(true, !verb.equals("GET"), template.startsWith("/nodes/{node}/"), false);
    return new MethodSpec(verb, template, rule, List.copyOf(all), traits);
  }

  static MethodSpec get(String template, Rule rule, Property... properties) {
    return of("GET", template, rule, properties);
  }

  static MethodSpec post(String template, Rule rule, Property... properties) {
    return of("POST", template, rule, properties);
  }

  static MethodSpec put(String template, Rule rule, Property... properties) {
    return of("PUT", template, rule, properties);
  }

  static MethodSpec delete(String template, Rule rule, Property... properties) {
    return of("DELETE", template, rule, properties);
  }

  /** With these parameters as well. */
  MethodSpec with(List<Property> more) {
    var all = new ArrayList<>(properties);
    all.addAll(more);
    return new MethodSpec(verb, template, permission, List.copyOf(all), traits);
  }

  /** Not for API tokens ({@code allowtoken => 0}). */
  MethodSpec withoutTokens() {
    return with(new Traits(false, traits.privileged, traits.proxied, traits.open));
  }

  /** Carried out by pvedaemon although it reads, or by pveproxy although it writes. */
  MethodSpec swapPrivileged() {
    return with(new Traits(traits.tokens, !traits.privileged, traits.proxied, traits.open));
  }

  /** Answered by the node that was asked. */
  MethodSpec anywhere() {
    return with(new Traits(traits.tokens, traits.privileged, false, traits.open));
  }

  /** Takes parameters that are not listed. */
  MethodSpec open() {
    return with(new Traits(traits.tokens, traits.privileged, traits.proxied, true));
  }

  private MethodSpec with(Traits other) {
    return new MethodSpec(verb, template, permission, properties, other);
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
    return traits.tokens;
  }

  /** Does pvedaemon carry it out rather than pveproxy ({@code protected})? */
  public boolean privileged() {
    return traits.privileged;
  }

  /**
   * The path parameter naming the node that carries it out ({@code proxyto}), or null: any node.
   */
  public @Nullable String proxyTo() {
    return traits.proxied ? "node" : null;
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
  public Parameters check(Map<String, ?> merged) {
    var values = new HashMap<String, Object>();
    merged.forEach((name, value) -> values.put(name, fit(name, value)));
    var errors = shape.errors("", values);
    if (!errors.isEmpty()) {
      throw new ParameterErrors(errors);
    }
    values.replaceAll((name, value) -> value instanceof List<?> l ? texts(l) : Type.text(value));
    return new Parameters(values);
  }

  /** {@link #merge}, then {@link #check(Map)}. */
  public Parameters check(Map<String, String> path, Map<String, ?> sent) {
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
