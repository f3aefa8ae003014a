package direttore.store.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.allowance.Allowance;
import direttore.domain.allowance.Vlans;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.access.PgPeople;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgAllowancesTest {
  private static final TeamName RED = new TeamName("red");
  private static final Allowance USERS = new Allowance(Set.of("vmbr0"), null, null);
  private final Database database = TestDatabase.migrated();
  private final PgPeople people = new PgPeople(database, Clock.systemUTC(), UUID::randomUUID);
  private final PgAllowances allowances = new PgAllowances(database, USERS);

  @BeforeEach
  void addTeam() {
    people.addTeam(RED);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTeamHasThatOfUsersUntilItHasItsOwn() {
    assertThat(allowances.of(RED)).isEmpty();
    assertThat(allowances.holding(RED)).isEqualTo(USERS);
    assertThat(allowances.holding(null)).isEqualTo(USERS);
  }

  @Test
  void keepsAllPartsOfOne() {
    var first =
        new Allowance(
            Set.of("vmbr1", "blue"), new Vlans(List.of("untagged", "100-199")), Set.of("nfs"));
    var second = new Allowance(null, new Vlans(List.of()), Set.of());

    allowances.set(RED, first);
    assertThat(allowances.holding(RED)).isEqualTo(first);

    allowances.set(RED, second);
    assertThat(allowances.of(RED)).contains(second);

    allowances.set(RED, null);
    assertThat(allowances.of(RED)).isEmpty();
  }

  @Test
  void goesWithItsTeam() {
    allowances.set(RED, Allowance.ALL);

    people.removeTeam(RED);

    assertThat(allowances.of(RED)).isEmpty();
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> allowances.set(RED, Allowance.ALL));
  }
}
