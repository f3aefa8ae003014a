package direttore.domain.guest;

import direttore.domain.Violations;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A VM to be made. Passwords and keys travel apart, in {@link GuestSecrets}.
 *
 * @param memory MiB
 * @param ostype Proxmox's hint of what runs inside, such as {@code l26}
 * @param user the account that cloud-init makes, or null for the image's own
 * @param dns name servers that cloud-init sets
 * @param start whether it shall run once it is made
 */
public record NewVm(
    GuestName name,
    int cores,
    int memory,
    VmSource source,
    List<VmNic> nics,
    @Nullable String user,
    List<String> dns,
    String ostype,
    String description,
    List<String> tags,
    boolean start) {
  private static final Set<String> OS_TYPES =
      Set.of(
          "other", "wxp", "w2k", "w2k3", "w2k8", "wvista", "win7", "win8", "win10", "win11", "l24",
          "l26", "solaris");

  /** What Linux allows, and Windows ({@code Administrator}), as far as YAML reads it as text. */
  private static final Pattern USER =
      Pattern.compile("(?=.{1,64}$)[\\p{L}_][\\p{L}\\p{N}_.-]*( [\\p{L}\\p{N}_.-]+)*");

  public NewVm {
    nics = List.copyOf(nics);
    dns = List.copyOf(dns);
    tags = List.copyOf(tags);
    var wrong = new Violations();
    Limits.compute(wrong, cores, memory);
    Limits.nics(wrong, nics.size());
    Limits.dns(wrong, dns);
    Limits.labels(wrong, description, tags);
    if (!OS_TYPES.contains(ostype)) {
      wrong.add(
          "ostype", "must be one of " + String.join(", ", OS_TYPES.stream().sorted().toList()));
    }
    if (user != null && !USER.matcher(user).matches()) {
      wrong.add(
          "user",
          "must be a user name of at most 64 characters: letters, digits and - _ . with single"
              + " blanks inside");
    }
    wrong.refuseIfAny();
  }

  /** The same, made from something else. */
  public NewVm from(VmSource other) {
    return new NewVm(name, cores, memory, other, nics, user, dns, ostype, description, tags, start);
  }

  /** The same with other cards. */
  public NewVm with(List<VmNic> other) {
    return new NewVm(
        name, cores, memory, source, other, user, dns, ostype, description, tags, start);
  }

  /** Whether anything is left to cloud-init. */
  public boolean usesCloudInit() {
    return user != null || !dns.isEmpty() || nics.stream().anyMatch(n -> !n.addressing().none());
  }
}
