package direttore.app.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells what in the environment is meant for Direttore from what belongs to other programs. */
final class EnvironmentNames {
  /** Beginnings that nobody else uses. */
  private static final Set<String> OURS =
      Set.of("CLONES_", "DIRETTORE_", "PROXMOX_", "SIMULATOR_", "VMID_");

  /** Read by the launchers, before the program. */
  private static final Set<String> LAUNCHERS =
      Set.of("DIRETTORE_HEAP", "DIRETTORE_JAVA", "DIRETTORE_JDK_FOLDERS", "DIRETTORE_JVM_FLAGS");

  /** Usual names of other programs that are by chance like one of ours. */
  private static final Set<String> OTHERS =
      Set.of(
          "APP_HOST",
          "APP_HOSTS",
          "APP_PORT",
          "AUTH_CODE",
          "OIDC_RP_CLIENT_ID",
          "OIDC_RP_CLIENT_SECRET",
          "SECRET_KEY");

  /** Terraform's provider for Proxmox VE. */
  private static final String TERRAFORM = "PROXMOX_VE_";

  /** What Kubernetes and Docker tell each container of a service, whose name may be ours. */
  private static final Pattern SERVICE =
      Pattern.compile(".+_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP)(_.+)?)");

  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp)://.*");
  private static final Pattern LIKE_A_SETTING = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]*)+");

  private EnvironmentNames() {}

  /** What is a setting, or shall be one but for a mistake in its name. */
  static Map<String, String> ours(Map<String, String> environment) {
    var ours = new TreeMap<String, String>();
    environment.forEach((name, value) -> {
      if (isOurs(name, value)) {
        ours.put(name, value);
      }
    });
    return ours;
  }

  private static boolean isOurs(String name, String value) {
    return isKnown(name) || (isLikeOurs(name) && !belongsToOthers(name, value));
  }

  private static boolean isKnown(String name) {
    return Setting.named(name).or(() -> Setting.named(name.replaceFirst("_FILE$", ""))).isPresent();
  }

  private static boolean isLikeOurs(String name) {
    return OURS.stream().anyMatch(name::startsWith)
        || (LIKE_A_SETTING.matcher(name).matches() && NearestSetting.of(name).isPresent());
  }

  private static boolean belongsToOthers(String name, String value) {
    return LAUNCHERS.contains(name)
        || OTHERS.contains(name)
        || name.startsWith(TERRAFORM)
        || SERVICE.matcher(name).matches()
        || (name.endsWith("_PORT") && ADDRESS.matcher(value).matches());
  }
}
