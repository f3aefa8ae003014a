package direttore.domain.inventory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address of NetBox.
 *
 * @param address with its mask
 * @param vrf its name; null for the global table
 * @param role NetBox's word; null for none
 * @param within the narrowest prefix around it; null where there is none
 */
public record IpAddress(
    long id,
    String address,
    int family,
    String dnsName,
    String description,
    String status,
    @Nullable String vrf,
    List<String> tags,
    CustomFields fields,
    @Nullable String role,
    @Nullable String tenant,
    @Nullable Within within,
    @Nullable Assignment assignment) {
  public IpAddress {
    tags = List.copyOf(tags);
  }

  /** The narrowest prefix around an address. */
  public record Within(long prefix, Network network, @Nullable Gateway gateway) {}

  /**
   * What has an address; null for what is not known of it.
   *
   * @param port the name of its interface
   */
  public record Assignment(
      Holder kind, @Nullable Long id, @Nullable String name, @Nullable String port) {}

  /** Kinds of what can have an address. */
  public enum Holder {
    DEVICE,
    VIRTUAL_MACHINE,
    OTHER;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
