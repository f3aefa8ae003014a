package direttore.api.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How it stands with NetBox, as clients see it. */
record StatusView(
    boolean reachable,
    @JsonInclude(Include.NON_NULL) @Nullable String version,
    @JsonInclude(Include.NON_NULL) @Nullable String url,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    boolean simulated,
    boolean writes,
    @Nullable CopyView copy) {

  record CopyView(
      Instant readAt,
      Instant comparedAt,
      @Nullable String trouble,
      @Nullable Instant troubledAt,
      long devices,
      long prefixes,
      long ipAddresses,
      long vlans) {
    static CopyView of(CopyState state, Map<Kind, Long> counts) {
      return new CopyView(
          Objects.requireNonNull(state.readAt()),
          Objects.requireNonNull(state.comparedAt()),
          state.trouble(),
          state.troubledAt(),
          counts.getOrDefault(Kind.DEVICE, 0L),
          counts.getOrDefault(Kind.PREFIX, 0L),
          counts.getOrDefault(Kind.ADDRESS, 0L),
          counts.getOrDefault(Kind.VLAN, 0L));
    }
  }

  static StatusView of(Copy copy) {
    var state = copy.inventory().state();
    var place = copy.place();
    var url = place.address() == null ? null : place.address().toString();
    return new StatusView(
        state.reachable(),
        state.reachable() ? state.version() : null,
        url,
        state.reachable() ? null : copy.whyNone(state),
        place.simulated(),
        place.writes(),
        state.readAt() == null ? null : CopyView.of(state, copy.inventory().counts()));
  }
}
