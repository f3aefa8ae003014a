package direttore.domain.guest;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a guest was born with, by which it is told from another that has got its VMID since. A VM
 * bears the time of its making; containers, and VMs of old releases, are known by their network
 * cards only.
 *
 * @param created when it was made (Proxmox's {@code meta}), or null
 * @param generation its {@code vmgenid}, or null
 * @param cards the hardware addresses of its network cards
 */
public record Birth(@Nullable Instant created, @Nullable String generation, Set<String> cards) {
  private static final Pattern CREATED = Pattern.compile("(?:^|,)ctime=(?<seconds>\\d{1,12})");
  private static final Pattern CARD =
      Pattern.compile("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}", Pattern.CASE_INSENSITIVE);
  private static final Pattern NET = Pattern.compile("net\\d+");

  /** How far two births say the same. */
  public enum Likeness {
    SAME,
    OTHER,
    /** Neither is proven. */
    UNCERTAIN
  }

  public Birth {
    cards = Collections.unmodifiableSet(new TreeSet<>(cards));
  }

  /** Of a guest's configuration. */
  public static Birth of(Map<String, ?> config) {
    var cards = new TreeSet<String>();
    config.forEach((key, value) -> {
      if (NET.matcher(key).matches()) {
        CARD.matcher(value.toString())
            .results()
            .forEach(card -> cards.add(card.group().toUpperCase(Locale.ROOT)));
      }
    });
    return new Birth(created(text(config, "meta")), text(config, "vmgenid"), cards);
  }

  private static @Nullable String text(Map<String, ?> config, String key) {
    return Optional.ofNullable(config.get(key)).map(Object::toString).orElse(null);
  }

  private static @Nullable Instant created(@Nullable String meta) {
    var match = CREATED.matcher(meta == null ? "" : meta);
    return match.find() ? Instant.ofEpochSecond(Long.parseLong(match.group("seconds"))) : null;
  }

  /** Whether nothing tells the guest from another. */
  public boolean blank() {
    return created == null && generation == null && cards.isEmpty();
  }

  /**
   * Whether the other is of the same guest. Cards are exchanged and a rollback gives a VM a new
   * generation, so that neither proves another guest alone.
   */
  public Likeness likeness(Birth other) {
    var timed = created != null && other.created != null;
    if (timed && !Objects.equals(created, other.created)) {
      return Likeness.OTHER;
    }
    if ((generation != null && generation.equals(other.generation))
        || !Collections.disjoint(cards, other.cards)) {
      return Likeness.SAME;
    }
    return timed ? ofOneTime(other) : Likeness.UNCERTAIN;
  }

  /** Proxmox copies the time of a template to its clones, but neither generation nor cards. */
  private Likeness ofOneTime(Birth other) {
    if (cards.isEmpty() || other.cards.isEmpty()) {
      return Likeness.SAME;
    }
    return generation == null || other.generation == null ? Likeness.UNCERTAIN : Likeness.OTHER;
  }
}
