package direttore.domain.inventory;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses of NetBox.
 *
 * @param populated whether NetBox takes its addresses for existing ones
 * @param utilized whether NetBox says that it is all in use
 */
public record IpRange(
    long id,
    Span span,
    String status,
    @Nullable String role,
    List<String> tags,
    String description,
    boolean populated,
    boolean utilized) {
  private static final Pattern DHCP = Pattern.compile("(?<![a-z])dhcp", Pattern.CASE_INSENSITIVE);

  public IpRange {
    tags = List.copyOf(tags);
  }

  /**
   * Whether its addresses are given here. NetBox itself hands out those of a reserved range, and of
   * one for DHCP.
   */
  public boolean given() {
    return status.equals("active") && !populated && !utilized && !dhcp();
  }

  private boolean dhcp() {
    return Stream.concat(Stream.of(role == null ? "" : role, description), tags.stream())
        .anyMatch(text -> DHCP.matcher(text).find());
  }
}
