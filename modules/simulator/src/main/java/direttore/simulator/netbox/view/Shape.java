package direttore.simulator.netbox.view;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants rows to be shown.
 *
 * @param base where links begin: {@code http://127.0.0.1:8000}
 * @param suffix of each link to the API
 * @param only the fields that it wants, or null for all
 * @param without the fields that it does not want
 */
public record Shape(
    String base, String suffix, boolean brief, @Nullable Set<String> only, Set<String> without) {

  /** All fields. */
  public static Shape full(String base) {
    return new Shape(base, "", false, null, Set.of());
  }

  /** Does it show that field? */
  boolean shows(String field) {
    return (only == null || only.contains(field)) && !without.contains(field);
  }
}
