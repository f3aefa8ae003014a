package direttore.simulator.pve.guest;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.storage.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys of a call that belong to a guest's configuration. */
public final class GuestConfigKeys {
  private GuestConfigKeys() {}

  /** The configuration in a call, without the parameters that only say what to do. */
  public static Map<String, String> of(MethodCall call, Set<String> others) {
    var config = new TreeMap<String, String>();
    for (var name : call.parameters().values().keySet()) {
      var value = call.text(name);
      if (value != null && !others.contains(name)) {
        config.put(name, value);
      }
    }
    config.computeIfPresent("tags", (key, tags) -> tags(tags));
    return config;
  }

  /** Tags without repetition, sorted, in lower case (PVE::GuestHelpers get_unique_tags). */
  public static String tags(String text) {
    var tags = new TreeSet<String>();
    Arrays.stream(text.split("[,; ]+", -1))
        .filter(t -> !t.isEmpty())
        .forEach(t -> tags.add(t.toLowerCase(Locale.ROOT)));
    return String.join(";", tags);
  }

  /** Does the guest have that tag? */
  public static boolean isTagged(Guest guest, String tag) {
    return List.of(tags(guest.get("tags", "")).split(";", -1)).contains(tag);
  }

  /** The bytes that a volume's property string gives as its size, or 0. */
  public static long size(String volume) {
    var size = Size.parse(PropertyString.parse(volume).get("size", "0"));
    return size == null ? 0 : size;
  }
}
