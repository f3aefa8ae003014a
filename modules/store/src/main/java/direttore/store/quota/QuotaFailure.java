package direttore.store.quota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.quota.Dimension;
import direttore.domain.quota.Excess;
import direttore.domain.quota.Holder;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the database says when somebody would have more than their quota. */
public final class QuotaFailure {
  private static final JsonMapper MAPPER = new JsonMapper();

  private QuotaFailure() {}

  /** Whether a statement was refused for a quota. */
  public static boolean is(DbClientException failure) {
    return SqlFailure.breaks(failure, "quota");
  }

  /**
   * The same in words.
   *
   * @param asker who is told
   * @param field the request's field at fault, if it is one
   */
  public static Refusal.OverQuota refusal(
      DbClientException failure, Actor asker, Function<Excess, @Nullable String> field) {
    var found = new ArrayList<Excess>();
    read(SqlFailure.detail(failure)).forEach(each -> found.add(excess(each)));
    return Excess.refusal(found, asker, field);
  }

  private static JsonNode read(String detail) {
    try {
      return MAPPER.readTree(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database's words on quotas cannot be read", e);
    }
  }

  private static Excess excess(JsonNode told) {
    return new Excess(
        told.path("team").isTextual()
            ? new Holder.OfTeam(new TeamName(told.path("team").textValue()))
            : new Holder.OfPerson(new PersonName(told.path("person").asText())),
        Dimension.valueOf(told.path("dimension").asText().toUpperCase(Locale.ROOT)),
        told.path("wanted").longValue(),
        told.path("used").longValue(),
        told.path("booked").longValue(),
        told.path("bound").longValue());
  }
}
