package direttore.api.access;

import com.fasterxml.jackson.annotation.JsonRawValue;
import direttore.api.http.Answer;
import direttore.api.http.Json;
import direttore.api.http.OldHttp;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Right;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who did what: {@code /api/audit}. */
final class AuditRoutes {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final Header JSON_LINES =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/jsonl");
  private static final Header SAVED =
      HeaderValues.createCached(
          HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"direttore-audit.jsonl\"");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private final Audit audit;

  AuditRoutes(Audit audit) {
    this.audit = audit;
  }

  List<Route> routes() {
    var read = RequiredRight.of(Right.READ_AUDIT);
    return List.of(
        Route.get("/api/audit", read, this::list), Route.get("/api/audit.jsonl", read, this::save));
  }

  /** An entry. */
  record EntryView(
      long id,
      Instant at,
      String who,
      String via,
      String address,
      String action,
      String target,
      @JsonRawValue @Nullable String before,
      @JsonRawValue @Nullable String after,
      String request,
      String outcome,
      String detail,
      @Nullable UUID operation,
      @Nullable Instant ended) {
    static EntryView of(AuditEntry entry) {
      return new EntryView(
          entry.id(),
          entry.at(),
          entry.who(),
          entry.via().wire(),
          entry.address(),
          entry.action(),
          entry.target(),
          entry.before(),
          entry.after(),
          entry.request(),
          entry.outcome().wire(),
          entry.detail(),
          entry.operation(),
          entry.ended());
    }
  }

  /** A page of entries. */
  record PageView(List<EntryView> entries, @Nullable String next) {}

  private void list(ServerRequest req, ServerResponse res) {
    var limit = Query.integer(req, "limit", PAGE);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(LARGEST_PAGE));
    }
    var entries = audit.page(filter(req), Query.before(req), limit);
    var next = entries.size() < limit ? null : Long.toString(entries.getLast().id());
    Answer.json(req, res, new PageView(entries.stream().map(EntryView::of).toList(), next));
  }

  private void save(ServerRequest req, ServerResponse res) {
    OldHttp.refuse(req);
    var filter = filter(req);
    res.header(JSON_LINES).header(SAVED).header(Answer.NOT_STORED);
    if (Answer.isHead(req)) {
      res.send();
      return;
    }
    try (var out = res.outputStream()) {
      audit.each(
          filter,
          entry -> {
            try {
              out.write(Json.bytes(EntryView.of(entry)));
              out.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Audit.Filter filter(ServerRequest req) {
    return new Audit.Filter(
        Query.text(req, "who"),
        Query.text(req, "action"),
        Query.text(req, "target"),
        outcome(Query.text(req, "outcome")),
        Query.moment(req, "since"),
        Query.moment(req, "until"),
        operation(Query.text(req, "operation")));
  }

  private static @Nullable UUID operation(@Nullable String id) {
    if (id == null) {
      return null;
    }
    if (!UUID_FORM.matcher(id).matches()) {
      throw new Refusal.Invalid("operation", "must be the id of an operation, a UUID");
    }
    return UUID.fromString(id);
  }

  private static @Nullable Outcome outcome(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Arrays.stream(Outcome.values())
        .filter(o -> o.wire().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.Invalid("outcome", "must be accepted, done, refused, failed or cancelled"));
  }
}
