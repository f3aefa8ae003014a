package direttore.api.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to claim, in answers as in requests: what is not meant is not there. */
@JsonInclude(Include.NON_NULL)
public record WantedView(
    @Nullable String node,
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer guest,
    @Nullable String device,
    @Nullable Integer vlan,
    @Nullable String vlanName,
    @Nullable String storage,
    @Nullable String addresses,
    @Nullable Long prefix,
    @Nullable String pool,
    @Nullable Integer vms,
    @Nullable Integer lxc,
    @Nullable AnyView any,
    @Nullable Integer count) {
  /** Any of several. */
  @JsonInclude(Include.NON_NULL)
  public record AnyView(
      String kind, List<String> tags, @Nullable Integer cores, @Nullable Long memory) {}

  public static WantedView of(ClaimRequest wanted) {
    return switch (wanted) {
      case ClaimRequest.Named(var kind, var name, var share) -> named(kind, name, share);
      case ClaimRequest.OfPrefix(var prefix, var count, _) -> any(prefix, null, count);
      case ClaimRequest.AnyOf any -> any(null, any(any), any.count());
    };
  }

  private static WantedView any(@Nullable Long prefix, @Nullable AnyView any, int count) {
    return new WantedView(
        null, null, null, null, null, null, null, null, null, null, prefix, null, null, null, any,
        count);
  }

  private static WantedView named(ResourceKind kind, String name, @Nullable Amount share) {
    var node = kind == ResourceKind.NODE ? share : null;
    var pool = kind == ResourceKind.POOL ? share : null;
    var vlan = kind == ResourceKind.VLAN;
    return new WantedView(
        kind == ResourceKind.NODE ? name : null,
        node == null ? null : node.cores(),
        node == null ? null : node.memory(),
        share == null || kind != ResourceKind.STORAGE ? null : share.disk(),
        kind == ResourceKind.GUEST ? Integer.valueOf(name) : null,
        kind == ResourceKind.DEVICE ? name : null,
        vlan && number(name) ? Integer.valueOf(name) : null,
        vlan && !number(name) ? name : null,
        kind == ResourceKind.STORAGE ? name : null,
        kind == ResourceKind.ADDRESSES ? name : null,
        null,
        kind == ResourceKind.POOL ? name : null,
        pool == null ? null : pool.vms(),
        pool == null ? null : pool.lxc(),
        null,
        null);
  }

  private static boolean number(String name) {
    return name.matches("[1-9][0-9]{0,3}");
  }

  private static AnyView any(ClaimRequest.AnyOf any) {
    var share = any.share();
    return new AnyView(
        any.kind().wire(),
        List.copyOf(any.tags()),
        share == null ? null : share.cores(),
        share == null ? null : share.memory());
  }
}
