package direttore.api.reservation;

import direttore.domain.Refusal;
import direttore.domain.RefusalFields;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.ClaimRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of claims by {@code proxmox_node} and {@code vmid} alone, so that it hears of
 * these what is wrong with what they mean.
 *
 * @param claims what they mean, as it is decided
 * @param said how many claims the body says; what comes behind them its guests take
 */
record PlainFields(
    @Nullable NodeName node, @Nullable VmId vmid, List<ClaimRequest> claims, int said) {
  static final String NODE = "proxmox_node";
  static final String VMID = "vmid";

  /** Of a body that says itself what it claims. */
  static final PlainFields NONE = new PlainFields(null, null, List.of(), Integer.MAX_VALUE);

  private static final Pattern CLAIM = Pattern.compile("claims\\[(\\d{1,4})].*");

  PlainFields {
    claims = List.copyOf(claims);
  }

  /** The same of a body that says so many claims, and guests beside. */
  PlainFields saying(int count) {
    return new PlainFields(node, vmid, claims, count);
  }

  /** What the work decides; refusals are told by the fields of the body. */
  <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal e) {
      throw RefusalFields.of(e, this::field);
    }
  }

  /** The same without an outcome. */
  void told(Runnable work) {
    told(() -> {
      work.run();
      return true;
    });
  }

  private String field(String of) {
    var claim = CLAIM.matcher(of);
    if (!claim.matches()) {
      return of;
    }
    var number = Integer.parseInt(claim.group(1));
    if (number >= said) {
      return "guests";
    }
    return number < claims.size() ? field(of, claims.get(number)) : of;
  }

  private String field(String of, ClaimRequest claim) {
    if (node != null && node.equals(claim.node())) {
      return NODE;
    }
    return vmid != null && ClaimRequest.guest(vmid).equals(claim) ? VMID : of;
  }
}
