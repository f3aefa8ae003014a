package direttore.simulator.pve.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The answer 400: each wrong parameter with PVE::JSONSchema's text about it. */
public final class ParameterErrors extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason phrase and {@code message} of every such answer. */
  public static final String MESSAGE = "Parameter verification failed.";

  private final transient Map<String, String> errors;

  public ParameterErrors(Map<String, String> errors) {
    super(MESSAGE + " " + errors);
    this.errors = Collections.unmodifiableMap(new TreeMap<>(errors));
  }

  /** One wrong parameter, as {@code raise_param_exc} makes it from within a method. */
  public ParameterErrors(String parameter, String text) {
    this(Map.of(parameter, text));
  }

  /** The texts by parameter name, never empty. */
  public Map<String, String> errors() {
    return errors;
  }
}
