package direttore.store.reservation;

import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.ResourceKind;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How what was asked for stands in jsonb.
 *
 * @param name null for any of several
 * @param share null for the whole
 * @param prefix null where none of its addresses are asked for
 * @param network what the prefix was called, or null
 */
record RequestForm(
    String kind,
    @Nullable String name,
    @Nullable List<String> tags,
    @Nullable Share share,
    @Nullable Integer count,
    @Nullable Long prefix,
    @Nullable String network) {

  /** How a share stands in it. */
  record Share(int cores, long memory, long disk, int vms, int lxc) {
    static @Nullable Share of(@Nullable Amount amount) {
      return amount == null
          ? null
          : new Share(amount.cores(), amount.memory(), amount.disk(), amount.vms(), amount.lxc());
    }

    static @Nullable Amount amount(@Nullable Share share) {
      return share == null
          ? null
          : new Amount(share.cores, share.memory, share.disk, share.vms, share.lxc);
    }
  }

  static RequestForm of(ClaimRequest request) {
    return switch (request) {
      case ClaimRequest.Named named ->
          new RequestForm(
              named.kind().wire(), named.name(), null, Share.of(named.share()), null, null, null);
      case ClaimRequest.AnyOf any ->
          new RequestForm(
              any.kind().wire(),
              null,
              List.copyOf(any.tags()),
              Share.of(any.share()),
              any.count(),
              null,
              null);
      case ClaimRequest.OfPrefix(var its, var many, var called) ->
          new RequestForm(request.kind().wire(), null, null, null, many, its, called);
    };
  }

  ClaimRequest request() {
    if (name != null) {
      return new ClaimRequest.Named(ResourceKind.parse(kind), name, Share.amount(share));
    }
    if (prefix != null) {
      return new ClaimRequest.OfPrefix(prefix, count == null ? 1 : count, network);
    }
    return new ClaimRequest.AnyOf(
        ResourceKind.parse(kind),
        new TreeSet<>(tags == null ? List.of() : tags),
        Share.amount(share),
        count == null ? 1 : count);
  }
}
