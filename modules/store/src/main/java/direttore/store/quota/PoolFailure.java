package direttore.store.quota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.PoolRoom;
import direttore.domain.reservation.Pools.Shortage;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import java.time.Instant;
import java.time.ZoneId;

/** What the database says when somebody would make more than they claimed of a pool. */
public final class PoolFailure {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PoolFailure() {}

  /** Whether a statement was refused for a pool. */
  public static boolean is(DbClientException failure) {
    return SqlFailure.breaks(failure, "pool");
  }

  /** The same in words, of a guest on a node. */
  public static Refusal.PoolFull refusal(DbClientException failure, NodeName node, GuestKind kind) {
    return PoolRoom.refusal(shortage(SqlFailure.detail(failure)), node, kind);
  }

  /** What it says, read. */
  public static Shortage shortage(String told) {
    try {
      var json = MAPPER.readTree(told);
      return new Shortage(
          json.path("pools").asText(),
          json.path("bound").longValue(),
          json.path("used").longValue(),
          Instant.parse(json.path("until").asText()),
          ZoneId.of(json.path("zone").asText()),
          json.path("reservation").longValue());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database's words on pools cannot be read", e);
    }
  }
}
