package direttore.simulator.pve.api;

import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.schema.MethodSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the method for a path below {@code /api2/json}. */
public final class Router {
  private final ApiSchema schema;
  private final Branch root = new Branch();

  /** A router without methods. */
  public Router(ApiSchema schema) {
    this.schema = schema;
  }

  /** Adds the handler of a method of the schema; {@code {volume}} at the end takes the rest. */
  public Router on(String verb, String template, Handler handler) {
    var spec = schema.find(verb, template);
    if (spec == null) {
      throw new IllegalArgumentException(
          "%s %s is not in the schema of served methods".formatted(verb, template));
    }
    var branch = root;
    for (var part : template.split("/", -1)) {
      // The root is the path that has no part.
      branch = part.isEmpty() ? branch : branch.child(part);
    }
    branch.methods.put(verb, new Method(spec, handler));
    return this;
  }

  /** The method that a path names, or null. */
  @Nullable Match find(String verb, String path) {
    var parameters = new LinkedHashMap<String, String>();
    var branch = root;
    var rest = path.replaceAll("^/+|/+$", "");
    while (!rest.isEmpty() && branch != null) {
      var end = rest.indexOf('/');
      var part = end < 0 ? rest : rest.substring(0, end);
      var after = end < 0 ? "" : rest.substring(end + 1);
      var fixed = branch.fixed.get(part);
      if (fixed == null && branch.any != null) {
        var whole = branch.any.isLeaf();
        parameters.put(branch.parameter, whole ? rest : part);
        after = whole ? "" : after;
        fixed = branch.any;
      }
      branch = fixed;
      rest = after;
    }
    var method = branch == null ? null : branch.methods.get(verb);
    return method == null ? null : new Match(method, parameters);
  }

  record Method(MethodSpec spec, Handler handler) {}

  record Match(Method method, Map<String, String> parameters) {}

  private static final class Branch {
    private final Map<String, Branch> fixed = new HashMap<>();
    private final Map<String, Method> methods = new HashMap<>();
    private @Nullable Branch any;
    private String parameter = "";

    Branch child(String part) {
      if (!part.startsWith("{")) {
        return fixed.computeIfAbsent(part, p -> new Branch());
      }
      parameter = part.substring(1, part.length() - 1);
      var child = any == null ? new Branch() : any;
      any = child;
      return child;
    }

    boolean isLeaf() {
      return fixed.isEmpty() && any == null;
    }
  }
}
