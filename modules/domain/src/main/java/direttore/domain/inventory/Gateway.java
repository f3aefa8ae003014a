package direttore.domain.inventory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The gateway of a prefix, with where that is known from. It is never guessed: where NetBox says
 * nothing, or several things, there is none.
 */
public record Gateway(Address address, Source source) {
  /** Custom fields of a prefix that name its gateway, the first that is set first. */
  public static final List<String> FIELDS = List.of("gateway", "default_gateway", "gw");

  /** A tag or role of an address that makes it the gateway. */
  public static final String WORD = "gateway";

  /** Roles of addresses that several routers share. */
  public static final List<String> SHARED_ROLES =
      List.of("vip", "anycast", "vrrp", "hsrp", "glbp", "carp");

  /**
   * Where a gateway is from.
   *
   * @param name of the custom field, the tag or the role
   */
  public record Source(From from, String name) {}

  /** What said it. */
  public enum From {
    CUSTOM_FIELD,
    TAG,
    ROLE;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * An address of a prefix that may be its gateway.
   *
   * @param role NetBox's word; empty for none
   * @param tagged whether it has the tag {@link #WORD}
   */
  public record Candidate(Address address, String role, boolean tagged) {}

  /**
   * The gateway of a prefix.
   *
   * @param candidates addresses for which this is the narrowest prefix
   */
  public static Optional<Gateway> of(CustomFields fields, Collection<Candidate> candidates) {
    return Stream.<Supplier<Optional<Gateway>>>of(
            () -> said(fields),
            () -> single(candidates, Candidate::tagged, From.TAG),
            () -> single(candidates, c -> c.role().equals(WORD), From.ROLE),
            () -> single(candidates, c -> SHARED_ROLES.contains(c.role()), From.ROLE))
        .flatMap(rule -> rule.get().stream())
        .findFirst();
  }

  private static Optional<Gateway> said(CustomFields fields) {
    for (var field : FIELDS) {
      for (var value : fields.values(field)) {
        var address = address(value);
        if (address.isPresent()) {
          return address.map(a -> new Gateway(a, new Source(From.CUSTOM_FIELD, field)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Gateway> single(
      Collection<Candidate> candidates, Predicate<Candidate> fits, From from) {
    var fitting = candidates.stream().filter(fits).toList();
    if (fitting.stream().map(Candidate::address).distinct().count() != 1) {
      return Optional.empty();
    }
    var one = fitting.getFirst();
    var name = from == From.TAG ? WORD : one.role();
    return Optional.of(new Gateway(one.address(), new Source(from, name)));
  }

  /** What a person wrote, with a mask or without; empty where it is no address. */
  private static Optional<Address> address(String text) {
    try {
      return Arrays.stream(text.strip().split("/")).findFirst().map(Address::parse);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
