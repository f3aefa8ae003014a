package direttore.domain.allowance;

import direttore.domain.Refusal;
import direttore.domain.guest.Vlan;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * VLANs that may be used.
 *
 * @param items {@code untagged}, a tag such as {@code 100}, or a range such as {@code 100-199}
 */
public record Vlans(List<String> items) {
  private static final String UNTAGGED = "untagged";
  private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?");
  private static final int LAST = 4094;

  public Vlans {
    items = List.copyOf(items);
    items.forEach(Vlans::check);
  }

  private static void check(String item) {
    var range = RANGE.matcher(item);
    var fits = range.matches() && first(item) <= last(item) && last(item) <= LAST;
    if (!item.equals(UNTAGGED) && !fits) {
      throw new Refusal.Invalid(
          "vlans", "must be untagged, tags from 1 to 4094 or ranges such as 100-199");
    }
  }

  /** Whether a NIC may carry the tag, or none. */
  public boolean allow(@Nullable Vlan vlan) {
    return vlan == null
        ? items.contains(UNTAGGED)
        : items.stream()
            .filter(item -> !item.equals(UNTAGGED))
            .anyMatch(item -> first(item) <= vlan.tag() && vlan.tag() <= last(item));
  }

  private static int first(String item) {
    return Integer.parseInt(item.split("-", 2)[0]);
  }

  private static int last(String item) {
    var ends = item.split("-", 2);
    return Integer.parseInt(ends[ends.length - 1]);
  }

  @Override
  public String toString() {
    return items.isEmpty() ? "none" : String.join(", ", items);
  }
}
