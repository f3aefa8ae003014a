package direttore.domain.reservation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resources are wanted.
 *
 * @param kinds only those; none for all
 * @param tag that they carry, or null
 * @param words lower-case words that each stand in the name, a tag, or what the inventory says of
 *     it
 * @param inService whether only those that can be used now
 * @param ofInventory whether only those that stand in the inventory, or only others; null for both
 */
public record ResourceFilter(
    Set<ResourceKind> kinds,
    @Nullable String tag,
    List<String> words,
    boolean inService,
    @Nullable Boolean ofInventory) {
  public ResourceFilter {
    kinds = Set.copyOf(kinds);
    words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** All of some kinds. */
  public static ResourceFilter of(Set<ResourceKind> kinds) {
    return new ResourceFilter(kinds, null, List.of(), false, null);
  }
}
