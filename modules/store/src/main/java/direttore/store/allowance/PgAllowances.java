package direttore.store.allowance;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.allowance.Allowance;
import direttore.domain.allowance.Allowances;
import direttore.domain.allowance.Vlans;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Allowances of teams in PostgreSQL, and that of users as it was set. */
public final class PgAllowances implements Allowances {
  private final DbClient db;
  private final Allowance forUsers;

  public PgAllowances(Database database, Allowance forUsers) {
    this.db = database.client();
    this.forUsers = forUsers;
  }

  @Override
  public Allowance forUsers() {
    return forUsers;
  }

  @Override
  public Optional<Allowance> of(TeamName team) {
    return db.execute()
        .createGet("SELECT bridges, vlans, storages FROM team_allowance WHERE team = :team")
        .addParam("team", team.value())
        .execute()
        .map(row -> allowance(new Row(row)));
  }

  private static Allowance allowance(Row row) {
    var vlans = list(row.textOrNull("vlans"));
    return new Allowance(
        set(row.textOrNull("bridges")),
        vlans == null ? null : new Vlans(vlans),
        set(row.textOrNull("storages")));
  }

  private static @Nullable Set<String> set(@Nullable String text) {
    var list = list(text);
    return list == null ? null : Set.copyOf(list);
  }

  private static @Nullable List<String> list(@Nullable String text) {
    return text == null
        ? null
        : Stream.of(text.split(",")).filter(item -> !item.isEmpty()).distinct().toList();
  }

  @Override
  public void set(TeamName team, @Nullable Allowance allowance) {
    if (allowance == null) {
      db.execute()
          .createDelete("DELETE FROM team_allowance WHERE team = :team")
          .addParam("team", team.value())
          .execute();
      return;
    }
    try {
      store(team, allowance);
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "team_allowance_team")) {
        throw new Refusal.NotFound("team", team);
      }
      throw e;
    }
  }

  private void store(TeamName team, Allowance allowance) {
    var vlans = allowance.vlans();
    db.execute()
        .createInsert(
            """
            INSERT INTO team_allowance (team, bridges, vlans, storages)
            VALUES (:team, CAST(:bridges AS text), CAST(:vlans AS text), CAST(:storages AS text))
            ON CONFLICT (team) DO UPDATE
              SET bridges = excluded.bridges, vlans = excluded.vlans, storages = excluded.storages
            """)
        .addParam("team", team.value())
        .addParam("bridges", text(allowance.bridges()))
        .addParam("vlans", vlans == null ? null : String.join(",", vlans.items()))
        .addParam("storages", text(allowance.storages()))
        .execute();
  }

  private static @Nullable String text(@Nullable Collection<String> items) {
    return items == null ? null : String.join(",", new TreeSet<>(items));
  }
}
