package direttore.api.inventory;

import direttore.domain.inventory.IpRange;
import direttore.domain.inventory.PrefixDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prefix with what is around it and within it, as clients see it. */
record PrefixPage(
    PrefixView prefix,
    List<PrefixView> parents,
    List<PrefixView> children,
    List<RangeView> ranges) {
  record RangeView(
      long id,
      String start,
      String end,
      String status,
      @Nullable String role,
      String description,
      boolean given,
      String url) {
    static RangeView of(IpRange range, NetBoxPlace place) {
      return new RangeView(
          range.id(),
          range.span().first().toString(),
          range.span().last().toString(),
          range.status(),
          range.role(),
          range.description(),
          range.given(),
          place.page("ipam/ip-ranges", range.id()));
    }
  }

  static PrefixPage of(PrefixDetails details, NetBoxPlace place) {
    return new PrefixPage(
        PrefixView.of(details.prefix(), place),
        details.parents().stream().map(p -> PrefixView.of(p, place)).toList(),
        details.children().stream().map(p -> PrefixView.of(p, place)).toList(),
        details.ranges().stream().map(r -> RangeView.of(r, place)).toList());
  }
}
