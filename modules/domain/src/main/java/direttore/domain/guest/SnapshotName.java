package direttore.domain.guest;

import direttore.domain.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a snapshot is called: a letter, then letters, digits, {@code -} and {@code _}, 2 to 40 in
 * all ({@code pve-configid}); {@code current} and {@code pending} are Proxmox's own.
 */
public record SnapshotName(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,39}");
  private static final Set<String> RESERVED = Set.of("current", "pending");

  public SnapshotName {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal.Invalid(
          "name", "must begin with a letter, then letters, digits, - and _, 2 to 40 in all");
    }
    if (RESERVED.contains(value)) {
      throw new Refusal.Invalid("name", "is reserved by Proxmox");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
