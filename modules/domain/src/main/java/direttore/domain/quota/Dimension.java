package direttore.domain.quota;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.SizeWords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is counted. */
public enum Dimension {
  GUESTS(100_000),
  CORES(1_000_000),
  /** MiB. */
  MEMORY(1L << 40),
  /** Bytes. */
  DISK(1L << 60);

  private static final int BYTES_TO_MIB = 20;
  private final long largest;

  Dimension(long largest) {
    this.largest = largest;
  }

  /** The largest bound that a quota can set. */
  public long largest() {
    return largest;
  }

  /** The word in requests, in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of an order that asks for it, or null where none does. */
  public @Nullable String field(GuestKind kind) {
    return switch (this) {
      case GUESTS -> null;
      case CORES, MEMORY -> wire();
      case DISK -> kind == GuestKind.LXC ? "disk_size" : "disk";
    };
  }

  /** An amount with what it is of, such as {@code 16 GiB of memory}. */
  String words(long amount) {
    return switch (this) {
      case GUESTS -> amount == 1 ? "1 guest" : amount + " guests";
      case CORES -> amount == 1 ? "1 core" : amount + " cores";
      case MEMORY -> amount(amount) + " of memory";
      case DISK -> amount(amount) + " of disk";
    };
  }

  /** An amount alone, such as {@code 16 GiB}. */
  String amount(long amount) {
    return switch (this) {
      case GUESTS, CORES -> Long.toString(amount);
      case MEMORY -> SizeWords.of(amount << BYTES_TO_MIB);
      case DISK -> SizeWords.of(amount);
    };
  }
}
