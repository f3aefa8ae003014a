package direttore.simulator.pve.schema;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One method of the API: what it accepts, who may call it and where it runs. */
public final class MethodSpec {
  private final String verb;
  private final String template;
  private final Rule permission;

  MethodSpec(String verb, String template, Rule permission) {
    this.verb = verb;
    this.template = template;
    this.permission = permission;
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
    return true;
  }

  /** Does pvedaemon carry it out rather than pveproxy ({@code protected})? */
  public boolean privileged() {
    return !verb.equals("GET");
  }

  /**
   * The path parameter naming the node that carries it out ({@code proxyto}), or null: any node.
   */
  public @Nullable String proxyTo() {
    return template.startsWith("/nodes/{node}/") ? "node" : null;
  }

  /**
   * The parameters of a call, checked.
   *
   * @param path path parameters, decoded
   * @param sent query and body parameters: {@code String}, {@code Boolean}, {@code Number}, or
   *     lists
   * @throws ParameterErrors naming every wrong parameter at once
   */
  public Parameters check(Map<String, String> path, Map<String, ?> sent) {
    var all = new HashMap<String, Object>(sent);
    all.putAll(path);
    return new Parameters(all);
  }
}
