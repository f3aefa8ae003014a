package direttore.domain.quota;

import direttore.domain.Refusal;
import direttore.domain.Refusal.Violation;
import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.Right;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bound that a guest would go beyond.
 *
 * @param wanted what the guest needs
 * @param used what the holder has without it
 * @param booked what is booked for them at the fullest moment
 */
public record Excess(
    Holder holder, Dimension dimension, long wanted, long used, long booked, long bound) {
  /**
   * The refusal of a guest, with a sentence for each holder. What others have and may have is told
   * only to who manages people; a team's also to its members.
   *
   * @param all at least one
   * @param asker who is told; their own quota is called theirs
   * @param field the request's field at fault, if it is one
   */
  public static Refusal.OverQuota refusal(
      Collection<Excess> all, Actor asker, Function<Excess, @Nullable String> field) {
    var holders =
        all.stream()
            .collect(
                Collectors.groupingBy(Excess::holder, LinkedHashMap::new, Collectors.toList()));
    var sentences =
        holders.values().stream().map(of -> sentence(of, asker)).collect(Collectors.joining(" "));
    var fields = new LinkedHashMap<String, String>();
    for (var each : all) {
      var name = field.apply(each);
      if (name != null) {
        fields.merge(
            name, sentence(List.of(each), asker), (a, b) -> a.contains(b) ? a : a + " " + b);
      }
    }
    return new Refusal.OverQuota(
        sentences,
        fields.entrySet().stream().map(e -> new Violation(e.getKey(), e.getValue())).toList());
  }

  /** Such as: Your quota is 8 cores: you use 6, and this guest needs 4. */
  private static String sentence(List<Excess> of, Actor asker) {
    var holder = of.getFirst().holder;
    return mayKnow(holder, asker)
        ? numbers(of, asker)
        : named(holder) + " has no quota left for this guest.";
  }

  private static boolean mayKnow(Holder holder, Actor asker) {
    return asker.has(Right.MANAGE_PEOPLE)
        || switch (holder) {
          case Holder.OfPerson p -> isAsker(p.name(), asker);
          case Holder.OfTeam t -> asker.teams().contains(t.name());
        };
  }

  private static String named(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson p -> p.name().value();
      case Holder.OfTeam t -> "Team " + t.name();
    };
  }

  private static String numbers(List<Excess> of, Actor asker) {
    return "%s: %s %s%s, and this guest needs %s."
        .formatted(
            "%s quota is %s"
                .formatted(whose(of, asker), listed(of, e -> e.dimension.words(e.bound))),
            who(of, asker),
            listed(of, e -> e.dimension.amount(e.used)),
            booked(of),
            listed(of, e -> e.dimension.amount(e.wanted)));
  }

  private static String booked(List<Excess> of) {
    return of.stream().allMatch(each -> each.booked == 0)
        ? ""
        : ", reservations have " + listed(of, each -> each.dimension.amount(each.booked));
  }

  private static String whose(List<Excess> of, Actor asker) {
    var holder = of.getFirst().holder;
    return holder instanceof Holder.OfPerson p && isAsker(p.name(), asker)
        ? "Your"
        : named(holder) + "'s";
  }

  private static String who(List<Excess> of, Actor asker) {
    return switch (of.getFirst().holder) {
      case Holder.OfPerson p -> isAsker(p.name(), asker) ? "you use" : "they use";
      case Holder.OfTeam _ -> "it uses";
    };
  }

  private static boolean isAsker(PersonName name, Actor asker) {
    return name.value().equals(asker.name());
  }

  private static String listed(List<Excess> of, Function<Excess, String> words) {
    var all = of.stream().map(words).toList();
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
  }
}
