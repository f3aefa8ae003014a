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
 */
record PlainFields(@Nullable NodeName node, @Nullable VmId vmid, List<ClaimRequest> claims) {
  static final String NODE = "proxmox_node";
  static final String VMID = "vmid";

  /** Of a body that says itself what it claims. */
  static final PlainFields NONE = new PlainFields(null, null, List.of());

  private static final Pattern CLAIM = Pattern.compile("claims\\[(\\d{1,4})].*");

  PlainFields {
    claims = List.copyOf(claims);
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
    var number = claim.matches() ? Integer.parseInt(claim.group(1)) : claims.size();
    return number < claims.size() ? field(of, claims.get(number)) : of;
  }

  private String field(String of, ClaimRequest claim) {
    if (node != null && node.equals(claim.node())) {
      return NODE;
    }
    return vmid != null && ClaimRequest.guest(vmid).equals(claim) ? VMID : of;
  }
}
