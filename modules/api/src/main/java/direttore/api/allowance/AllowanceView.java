package direttore.api.allowance;

import direttore.domain.allowance.Allowance;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What guests may be put on, in answers; null for all there is. */
record AllowanceView(
    @Nullable List<String> bridges, @Nullable List<String> vlans, @Nullable List<String> storages) {
  static AllowanceView of(Allowance allowance) {
    var vlans = allowance.vlans();
    return new AllowanceView(
        sorted(allowance.bridges()),
        vlans == null ? null : vlans.items(),
        sorted(allowance.storages()));
  }

  private static @Nullable List<String> sorted(@Nullable Collection<String> names) {
    return names == null ? null : names.stream().sorted().toList();
  }
}
