package direttore.domain.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What NetBox has, as it was last read. */
public interface Inventory {
  CopyState state();

  /** How many objects there are of each kind that has any. */
  Map<Kind, Long> counts();

  /** Devices as NetBox wrote them, by name. */
  Listed<String> devices(DeviceFilter filter, Slice slice);

  /** A device; empty where there is none of that id. */
  Optional<DeviceDetails> device(long id);

  /** Prefixes, by VRF and network. */
  Listed<Prefix> prefixes(PrefixFilter filter, Slice slice);

  /** A prefix with what is around it and within it; empty where there is none of that id. */
  Optional<PrefixDetails> prefix(long id);

  /** What addresses of a prefix are given by; empty where there is none of that id. */
  Optional<PrefixRoom> room(long id);

  /** Addresses, by VRF and number. */
  Listed<IpAddress> addresses(AddressFilter filter, Slice slice);

  /** VLANs, by site, group and number. */
  Listed<Vlan> vlans(VlanFilter filter, Slice slice);

  /** All virtual machines, by name. */
  List<Machine> machines();

  Filters filters();

  /** Which devices are wanted; null for any. Sites and the like go by their slugs. */
  record DeviceFilter(
      @Nullable String site,
      @Nullable String role,
      @Nullable String platform,
      @Nullable String status,
      @Nullable String tag,
      @Nullable String words) {}

  /**
   * Which prefixes are wanted; null for any.
   *
   * @param vrf its name, or {@link #GLOBAL}
   * @param within a network around them
   */
  record PrefixFilter(
      @Nullable Integer family,
      @Nullable String status,
      @Nullable String site,
      @Nullable String vrf,
      @Nullable String role,
      @Nullable String tag,
      @Nullable Network within,
      @Nullable String words) {}

  /**
   * Which addresses are wanted; null for any.
   *
   * @param vrf its name, or {@link #GLOBAL}
   * @param within a network around them, of any VRF
   * @param prefix the id of a prefix around them, whose VRF they are of
   */
  record AddressFilter(
      @Nullable Integer family,
      @Nullable String status,
      @Nullable String vrf,
      @Nullable Network within,
      @Nullable Long prefix,
      @Nullable String dnsName,
      @Nullable String role,
      @Nullable String tag,
      @Nullable Long device,
      @Nullable String words) {}

  /** Which VLANs are wanted; null for any. Sites and the like go by their slugs. */
  record VlanFilter(
      @Nullable String site,
      @Nullable String group,
      @Nullable String role,
      @Nullable String status,
      @Nullable String tag,
      @Nullable String words) {}

  /** What answers call the table of those addresses that are in no VRF. */
  String GLOBAL = "global";
}
