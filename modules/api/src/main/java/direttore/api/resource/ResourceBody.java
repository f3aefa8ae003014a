package direttore.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.api.http.Moment;
import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Bodies about resources. */
final class ResourceBody {
  private static final String OUT = "out_of_service";

  private ResourceBody() {}

  /** What is entered by hand; refuses with everything that is wrong with it. */
  static NewResource entered(ObjectNode body, ClusterName cluster) {
    var fields = Fields.of(body);
    var kind =
        fields.required(
            "kind",
            fields.made("kind", fields.text("kind"), ResourceKind::parse),
            ResourceKind.DEVICE);
    var name = fields.required("name", fields.text("name"), "1");
    var tags = new TreeSet<>(fields.texts("tags"));
    var entered =
        fields.whole(() -> new NewResource(kind, cluster, name, tags, Capacity.WHOLE_ONLY));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(entered, "refused otherwise");
  }

  /** What is to be another way; refuses with everything that is wrong with it. */
  static ResourceChange change(ObjectNode body, Resource before, ZoneId zone, Instant now) {
    var fields = Fields.of(body);
    var tags = fields.texts("tags");
    var capacity =
        capacity(fields, before.kind().limit() ? Capacity.WHOLE_ONLY : before.capacity());
    var reason = fields.text(OUT);
    if (reason != null && reason.isBlank()) {
      fields.violated(OUT, "must say why, or be null for what is well");
    }
    var back =
        fields.made(
            "expected_back",
            fields.text("expected_back"),
            text -> Moment.parse("expected_back", text, zone));
    if (back != null && reason == null && before.outOfService() == null) {
      fields.violated("expected_back", "is for what is out of service");
    }
    if (back != null && !back.isAfter(now) && !back.equals(before.expectedBack())) {
      fields.violated("expected_back", "must lie in the future, or be left out if not known");
    }
    var change =
        fields.whole(() ->
            new ResourceChange(
                fields.has("tags") ? new TreeSet<>(tags) : null,
                capacity,
                body.has(OUT) ? Objects.requireNonNullElse(reason, "") : null,
                back));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(change, "refused otherwise");
  }

  private static @Nullable Capacity capacity(Fields fields, Capacity before) {
    var cores = fields.decimal("cores_factor");
    var memory = fields.decimal("memory_factor");
    if (cores == null && memory == null) {
      return null;
    }
    if (before.cores() == null) {
      throw new Refusal.Invalid(
          cores == null ? "memory_factor" : "cores_factor", "is for what has shares");
    }
    return fields.whole(() ->
        new Capacity(
            before.cores(),
            before.memory(),
            before.disk(),
            before.vms(),
            before.lxc(),
            before.guests(),
            Objects.requireNonNullElse(cores, before.coresFactor()),
            Objects.requireNonNullElse(memory, before.memoryFactor())));
  }
}
