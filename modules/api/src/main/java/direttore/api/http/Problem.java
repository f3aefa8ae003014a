package direttore.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import direttore.api.claim.OverlapView;
import direttore.api.claim.SuggestionView;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import io.helidon.http.Status;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:direttore:problem:} and a word that stays the same between releases
 * @param field the request's field to mend, such as {@code nics[1].vlan}
 * @param errors each thing wrong with the request, when its fields were checked
 * @param operation the operation that is in the way
 * @param right the right that is missing, when one would help
 * @param node where the guest is that has moved away from the address
 * @param instance {@code urn:direttore:request:} and the request's id, as in {@code X-Request-Id}
 * @param more what a reservation is refused for: what others have of it, or the rules it breaks
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String field,
    @Nullable List<FieldError> errors,
    @Nullable UUID operation,
    @Nullable String right,
    @Nullable String node,
    @Nullable String instance,
    @JsonUnwrapped @Nullable More more) {
  private static final String TYPE = "urn:direttore:problem:";
  private static final String INSTANCE = "urn:direttore:request:";

  /** One thing wrong with one field. */
  public record FieldError(String field, String detail) {}

  /** What some problems say beside that. */
  public sealed interface More permits Taken, BrokenRules {}

  /**
   * What is in the way of a reservation, and what is free instead.
   *
   * @param mayWait whether the waiting list takes it, where it was to be booked
   * @param whyNotWait why it does not
   */
  @JsonInclude(Include.NON_NULL)
  public record Taken(
      List<OverlapView> conflicts,
      List<SuggestionView> nextFree,
      @Nullable Boolean mayWait,
      @Nullable String whyNotWait)
      implements More {
    static Taken of(Refusal.ReservationConflict why, Actor viewer, ZoneId zone) {
      return new Taken(
          why.conflicts().stream().map(c -> OverlapView.of(c, viewer, zone)).toList(),
          why.nextFree().stream().map(s -> SuggestionView.of(s, zone)).toList(),
          why.mayWait(),
          why.whyNotWait());
    }
  }

  /** The problem of a request that HTTP itself forbids, without a field. */
  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem(
        TYPE + slug, title, status, detail, null, null, null, null, null, null, null);
  }

  /** Its status as it is sent. */
  Status http() {
    // Helidon 4.5.0 does not know 431 by name.
    return status == 431
        ? Status.create(status, "Request Header Fields Too Large")
        : Status.create(status);
  }

  /** The one table from refusals to HTTP. */
  public static Problem of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Invalid r -> of(400, "invalid", "The request is not valid", r).with(r);
      case Refusal.Several r -> of(422, "several", "Several things are in the way", r).with(r);
      case Refusal.NotFound r -> of(404, "not-found", "Not found", r);
      case Refusal.Moved r -> of(404, "moved", "The guest is on another node", r).with(r);
      case Refusal.Unknown r -> of(422, "unknown-" + r.kind(), "Unknown " + r.kind(), r);
      case Refusal.VmidInUse r -> of(409, "vmid-in-use", "The VMID is taken", r);
      case Refusal.NoSpace r -> of(422, "no-space", "Not enough free space", r);
      case Refusal.OverQuota r -> of(422, "over-quota", "More than the quota allows", r).with(r);
      case Refusal.Impossible r -> of(422, "impossible", "This cannot be done", r);
      case Refusal.Busy r -> of(409, "guest-busy", "The guest is being changed", r).with(r);
      case Refusal.Locked r -> of(409, "locked", "The guest is locked", r);
      case Refusal.WrongState r -> of(409, "wrong-state", "Not possible in this state", r);
      case Refusal.ReservationConflict r ->
          of(409, "reservation-conflict", "Not free at that time", r);
      case Refusal.RuleBroken r -> of(422, "rule", "Against the rules", r).with(r);
      case Refusal.NodeReserved r -> of(409, "node-reserved", "The node is reserved", r);
      case Refusal.PoolFull r -> of(409, "pool-full", "More than was claimed of the pool", r);
      case Refusal.Stale r -> of(412, "changed", "It was changed meanwhile", r);
      case Refusal.KeyReused r ->
          of(422, "idempotency-key-reused", "The idempotency key was used before", r);
      case Refusal.NotSignedIn r ->
          r.tried()
              ? of(401, "wrong-sign-in", "Sign-in failed", r)
              : of(401, "not-signed-in", "Sign in first", r);
      case Refusal.Forbidden r -> of(403, "forbidden", "You may not do this", r).with(r);
      case Refusal.Throttled r -> of(429, "throttled", "Too many tries", r);
      case Refusal.Upstream r -> of(502, "upstream", r.system() + " answered with an error", r);
      case Refusal.Unreachable r -> of(503, "unreachable", r.system() + " does not answer", r);
      case Refusal.DatabaseAway r -> of(503, "database-away", "The database is away", r);
      case Refusal.Overloaded r -> of(503, "overloaded", "Too many requests at once", r);
    };
  }

  private static Problem of(int status, String slug, String title, Refusal why) {
    return new Problem(
        TYPE + slug,
        title,
        status,
        why.getMessage(),
        why.field(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private Problem with(Refusal.Invalid why) {
    return new Problem(
        type, title, status, detail, field, errors(why), operation, right, node, instance, more);
  }

  private Problem with(Refusal.OverQuota why) {
    var each = why.faults().isEmpty() ? null : errors(why);
    return new Problem(
        type, title, status, detail, field, each, operation, right, node, instance, more);
  }

  private Problem with(Refusal.RuleBroken why) {
    var each =
        why.broken().stream()
            .map(rule ->
                new FieldError(Objects.requireNonNullElse(rule.field(), ""), rule.sentence()))
            .toList();
    return new Problem(
        type, title, status, detail, field, each, operation, right, node, instance, more);
  }

  private Problem with(Refusal.Several why) {
    var each = why.refusals().stream().flatMap(r -> errors(r).stream()).toList();
    return new Problem(
        type, title, status, detail, field, each, operation, right, node, instance, more);
  }

  private static List<FieldError> errors(Refusal why) {
    if (why instanceof Refusal.Invalid invalid) {
      return errors(invalid.violations());
    }
    if (why instanceof Refusal.OverQuota over) {
      return errors(over.faults());
    }
    var field = Objects.requireNonNullElse(why.field(), "");
    return List.of(new FieldError(field, String.valueOf(why.getMessage())));
  }

  private static List<FieldError> errors(Collection<Refusal.Violation> violations) {
    return violations.stream().map(v -> new FieldError(v.field(), v.rule())).toList();
  }

  private Problem with(Refusal.Busy why) {
    return new Problem(
        type, title, status, detail, field, errors, why.operation(), right, node, instance, more);
  }

  private Problem with(Refusal.Forbidden why) {
    var missing = why.right();
    var wire = missing == null ? null : missing.wire();
    return new Problem(
        type, title, status, detail, field, errors, operation, wire, node, instance, more);
  }

  private Problem with(Refusal.Moved why) {
    var there = why.to().node().value();
    return new Problem(
        type, title, status, detail, field, errors, operation, right, there, instance, more);
  }

  /** The same with what is in the way, as far as whoever asked may know it, or which rules are. */
  Problem with(More others) {
    return new Problem(
        type, title, status, detail, field, errors, operation, right, node, instance, others);
  }

  Problem in(String request) {
    return new Problem(
        type,
        title,
        status,
        detail,
        field,
        errors,
        operation,
        right,
        node,
        INSTANCE + request,
        more);
  }
}
