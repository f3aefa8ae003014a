package direttore.domain.record;

import direttore.domain.guest.GuestDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The NICs of a guest and the addresses that are set on them, of its configuration ({@code netN},
 * and of VMs {@code ipconfigN}, as PVE::QemuServer and PVE::LXC::Config write them).
 */
final class GuestNics {
  private static final Pattern NET = Pattern.compile("net(\\d{1,2})");
  private static final Pattern MAC = Pattern.compile("(?i)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");

  private final Map<Integer, Map<String, String>> cards = new TreeMap<>();
  private final Map<String, Object> config;

  GuestNics(GuestDetail guest) {
    this.config = guest.config();
    config.forEach((key, value) -> {
      var match = NET.matcher(key);
      if (match.matches()) {
        cards.put(Integer.parseInt(match.group(1)), properties(value));
      }
    });
  }

  private static Map<String, String> properties(@Nullable Object text) {
    var properties = new HashMap<String, String>();
    for (var part : String.valueOf(text).split(",", -1)) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        properties.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return properties;
  }

  List<GuestFacts.Nic> nics() {
    var nics = new ArrayList<GuestFacts.Nic>();
    cards.forEach((number, card) -> {
      var mac = card.values().stream().filter(value -> MAC.matcher(value).matches()).findFirst();
      var tag = card.getOrDefault("tag", "");
      nics.add(
          new GuestFacts.Nic(
              number,
              card.getOrDefault("name", "net" + number),
              mac.map(value -> value.toUpperCase(Locale.ROOT)).orElse(null),
              card.getOrDefault("bridge", ""),
              tag.matches("[0-9]{1,4}") ? Integer.valueOf(tag) : null));
    });
    return nics;
  }

  /** The static ones; what a DHCP server gives is not known. */
  List<GuestFacts.Ip> addresses() {
    var addresses = new ArrayList<GuestFacts.Ip>();
    cards.forEach((number, card) -> {
      var set =
          config.containsKey("ipconfig" + number)
              ? properties(config.get("ipconfig" + number))
              : card;
      Stream.of("ip", "ip6")
          .map(key -> set.getOrDefault(key, ""))
          .filter(value -> value.matches("[0-9A-Fa-f:.]+/[0-9]{1,3}"))
          .forEach(value -> addresses.add(new GuestFacts.Ip(number, value, null)));
    });
    return addresses;
  }
}
