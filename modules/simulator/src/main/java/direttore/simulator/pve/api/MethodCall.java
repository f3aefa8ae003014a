package direttore.simulator.pve.api;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.MethodSpec;
import org.jspecify.annotations.Nullable;

/** One checked call of a method. */
public record MethodCall(MethodSpec method, @Nullable Caller who, CallParameters parameters) {

  /** Who calls a method that asks for a ticket or token. */
  public Caller caller() {
    if (who == null) {
      throw new IllegalStateException(method.template() + " was called by nobody");
    }
    return who;
  }

  /** The node that carries the call out. */
  public String node() {
    return parameters.required("node");
  }

  /** The guest that it is about. */
  public int vmid() {
    return Math.toIntExact(parameters.integer("vmid", 0));
  }

  /** A parameter, or null. */
  public @Nullable String text(String name) {
    return parameters.text(name);
  }

  /** A parameter that the schema requires. */
  public String required(String name) {
    return parameters.required(name);
  }

  /** A boolean that is false unless it was sent as 1. */
  public boolean flag(String name) {
    return parameters.flag(name, false);
  }
}
