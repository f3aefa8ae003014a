package direttore.domain;

import direttore.domain.Refusal.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells refusals by the fields of the request that holds what was refused. */
public final class RefusalFields {
  private RefusalFields() {}

  /**
   * The same refusal of other fields; as it is where it is of none.
   *
   * @param field the request's own for each
   */
  public static Refusal of(Refusal why, UnaryOperator<String> field) {
    return switch (why) {
      case Refusal.Invalid r -> new Refusal.Invalid(each(r.violations(), field));
      case Refusal.Several r ->
          new Refusal.Several(r.refusals().stream().map(each -> of(each, field)).toList());
      case Refusal.Unknown r -> new Refusal.Unknown(r.kind(), named(r, field), message(r));
      case Refusal.VmidInUse r -> new Refusal.VmidInUse(named(r, field), message(r));
      case Refusal.NoSpace r -> new Refusal.NoSpace(named(r, field), message(r));
      case Refusal.NodeReserved r -> new Refusal.NodeReserved(named(r, field), message(r));
      case Refusal.PoolFull r -> new Refusal.PoolFull(other(r, field), message(r));
      case Refusal.OverQuota r -> new Refusal.OverQuota(message(r), each(r.faults(), field));
      case Refusal.Impossible r -> new Refusal.Impossible(other(r, field), message(r));
      case Refusal.WrongState r -> new Refusal.WrongState(message(r), other(r, field));
      case Refusal.RuleBroken r ->
          new Refusal.RuleBroken(
              r.broken().stream()
                  .map(rule -> rule.field() == null ? rule : rule.at(field.apply(rule.field())))
                  .toList());
      case Refusal.ReservationConflict r -> r.of(other(r, field));
      case Refusal.NotFound _,
          Refusal.Moved _,
          Refusal.Busy _,
          Refusal.Locked _,
          Refusal.Stale _,
          Refusal.KeyReused _,
          Refusal.Upstream _,
          Refusal.Unreachable _,
          Refusal.DatabaseAway _,
          Refusal.Overloaded _,
          Refusal.NotSignedIn _,
          Refusal.Forbidden _,
          Refusal.Throttled _ ->
          why;
    };
  }

  private static List<Violation> each(List<Violation> violations, UnaryOperator<String> field) {
    return violations.stream().map(v -> new Violation(field.apply(v.field()), v.rule())).toList();
  }

  private static String named(Refusal why, UnaryOperator<String> field) {
    return field.apply(String.valueOf(why.field()));
  }

  private static @Nullable String other(Refusal why, UnaryOperator<String> field) {
    return why.field() == null ? null : field.apply(why.field());
  }

  private static String message(Refusal why) {
    return String.valueOf(why.getMessage());
  }
}
