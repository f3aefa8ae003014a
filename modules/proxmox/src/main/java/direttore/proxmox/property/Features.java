package direttore.proxmox.property;

import java.util.Map;

/**
 * {@code features} of a container, such as {@code nesting=1,keyctl=1}. All but nesting are for
 * {@code root@pam} alone.
 *
 * @param more keys that Direttore does not set
 */
public record Features(boolean nesting, Map<String, String> more) {
  /** Containers may run inside. */
  public static final Features NESTING = new Features(true, Map.of());

  public Features {
    more = Map.copyOf(more);
  }

  public static Features parse(String text) {
    var properties = Properties.parse(text);
    return new Features(properties.flag("nesting"), properties.rest());
  }

  @Override
  public String toString() {
    return new Properties.Writer().flag("nesting", nesting).rest(more);
  }
}
