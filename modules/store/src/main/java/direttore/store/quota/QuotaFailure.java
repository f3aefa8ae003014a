package direttore.store.quota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.domain.Refusal;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.quota.Dimension;
import direttore.domain.quota.Excess;
import direttore.domain.quota.Holder;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import java.util.Arrays;
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
   * @param asker the name of who is told
   * @param field the request's field at fault, if it is one
   */
  public static Refusal.OverQuota refusal(
      DbClientException failure, String asker, Function<Excess, @Nullable String> field) {
    try {
      var found = MAPPER.readValue(SqlFailure.detail(failure), Found[].class);
      return Excess.refusal(Arrays.stream(found).map(Found::excess).toList(), asker, field);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database's words on quotas cannot be read", e);
    }
  }

  /** As the trigger tells it. */
  record Found(
      @Nullable String person,
      @Nullable String team,
      String dimension,
      long wanted,
      long used,
      long bound) {
    private Excess excess() {
      return new Excess(
          holder(), Dimension.valueOf(dimension.toUpperCase(Locale.ROOT)), wanted, used, bound);
    }

    private Holder holder() {
      if (team != null) {
        return new Holder.OfTeam(new TeamName(team));
      }
      if (person != null) {
        return new Holder.OfPerson(new PersonName(person));
      }
      throw new IllegalStateException("a quota is of a person or of a team");
    }
  }
}
