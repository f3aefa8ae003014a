package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reservation asks for; which resource that is, is decided with the reservation. */
public sealed interface ClaimRequest {
  ResourceKind kind();

  /** How much of it, or null for the whole. */
  @Nullable Amount share();

  /** How many different resources. */
  int count();

  /** Whether any of several would do, so that it may be another one the next time. */
  default boolean choosy() {
    return !(this instanceof Named);
  }

  /** The node that it names, or null where it names none. */
  default @Nullable NodeName node() {
    return this instanceof Named(var kind, var name, _) && kind == ResourceKind.NODE
        ? new NodeName(name)
        : null;
  }

  /** A resource by its name. */
  record Named(ResourceKind kind, String name, @Nullable Amount share) implements ClaimRequest {
    public Named {
      ReservedText.line(kind.wire(), name, 1, kind.longestName());
      requireSomething(share);
    }

    @Override
    public int count() {
      return 1;
    }
  }

  /**
   * Any resources of a kind that carry all of the tags.
   *
   * @param count how many; different ones where they are claimed as a whole
   */
  record AnyOf(ResourceKind kind, SortedSet<String> tags, @Nullable Amount share, int count)
      implements ClaimRequest {
    public static final int MOST = 200;

    public AnyOf {
      if (kind != ResourceKind.NODE && !kind.entered()) {
        // Guests are somebody's: whether they may be started or stopped is asked of each by name.
        throw new Refusal.Invalid("kind", "must be node, device, port, vlan, network or console");
      }
      ReservedText.tags("tags", tags);
      requireSomething(share);
      if (count < 1 || count > MOST) {
        throw new Refusal.Invalid("count", "must be 1 to %d".formatted(MOST));
      }
      tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** How many there must be: shares may be of the same one. */
    private int needed() {
      return share == null ? count : 1;
    }

    /** Refuses where there are too few. */
    public void requireEnough(String field, int there) {
      if (there >= needed()) {
        return;
      }
      var asked = "%d %s asked for.".formatted(needed(), needed() == 1 ? "is" : "are");
      if (there == 0) {
        throw new Refusal.Unknown(
            kind.wire(), field, "There is no %s%s, and %s".formatted(kind.noun(), tagged(), asked));
      }
      var what = there == 1 ? "is 1 " + kind.noun() : "are %d %ss".formatted(there, kind.noun());
      throw new Refusal.Impossible(field, "There %s%s, and %s".formatted(what, tagged(), asked));
    }

    private String tagged() {
      return tags.isEmpty()
          ? ""
          : " with the %s %s".formatted(tags.size() == 1 ? "tag" : "tags", String.join(", ", tags));
    }
  }

  /**
   * Any free addresses of a prefix of NetBox.
   *
   * @param prefix the prefix's id there
   * @param network what it was called when it was looked at last, or null before that; the same is
   *     asked for whatever it was called
   */
  record OfPrefix(long prefix, int count, @Nullable String network) implements ClaimRequest {
    public static final int MOST = 400;

    public OfPrefix {
      if (prefix < 1) {
        throw new Refusal.Invalid("prefix", "must be the number of a prefix in NetBox");
      }
      if (count < 1 || count > MOST) {
        throw new Refusal.Invalid("count", "must be 1 to %d".formatted(MOST));
      }
    }

    @Override
    public ResourceKind kind() {
      return ResourceKind.ADDRESSES;
    }

    @Override
    public @Nullable Amount share() {
      return null;
    }

    /** The same, called so. */
    public OfPrefix called(String name) {
      return new OfPrefix(prefix, count, name);
    }

    /** Refuses where fewer are ever free. */
    public void requireEnough(String field, int free) {
      if (free < count) {
        throw new Refusal.Impossible(
            field + ".count",
            "%s of %s, and %d are asked for.".formatted(words(free), network, count));
      }
    }

    private static String words(int free) {
      return switch (free) {
        case 0 -> "There is no free address";
        case 1 -> "There is 1 free address";
        default -> "There are %d free addresses".formatted(free);
      };
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfPrefix(var its, var many, _) && its == prefix && many == count;
    }

    @Override
    public int hashCode() {
      return Objects.hash(prefix, count);
    }
  }

  /** A whole node. */
  static ClaimRequest node(NodeName node) {
    return new Named(ResourceKind.NODE, node.value(), null);
  }

  /** A share of a node. */
  static ClaimRequest share(NodeName node, Amount share) {
    return new Named(ResourceKind.NODE, node.value(), share);
  }

  /** A guest that is there. */
  static ClaimRequest guest(VmId vmid) {
    return new Named(ResourceKind.GUEST, vmid.toString(), null);
  }

  static ClaimRequest device(String name) {
    return new Named(ResourceKind.DEVICE, name, null);
  }

  static ClaimRequest vlan(int number) {
    return new Named(ResourceKind.VLAN, Integer.toString(number), null);
  }

  /** A VLAN as it is listed, where its number alone is not its name. */
  static ClaimRequest vlan(String name) {
    return new Named(ResourceKind.VLAN, name, null);
  }

  /** Room on a storage, by the name under which it can be claimed. */
  static ClaimRequest storage(String name, long disk) {
    return new Named(ResourceKind.STORAGE, name, Amount.of(0, 0, disk));
  }

  /** So many guests of a pool. */
  static ClaimRequest pool(String name, int vms, int lxc) {
    return new Named(ResourceKind.POOL, name, new Amount(0, 0, 0, vms, lxc));
  }

  static ClaimRequest addresses(AddressRange range) {
    return new Named(ResourceKind.ADDRESSES, range.toString(), null);
  }

  private static void requireSomething(@Nullable Amount share) {
    if (share != null && share.nothing()) {
      throw new Refusal.Invalid("cores", "must be more than 0 where nothing else is asked for");
    }
  }
}
