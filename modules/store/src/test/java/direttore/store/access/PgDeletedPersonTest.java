package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.GroupRoles;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderRules;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.TeamName;
import direttore.domain.access.TokenName;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.holding.Holding;
import direttore.store.holding.PgHoldings;
import direttore.store.quota.PgQuotas;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is deleted, and what is left of them. */
class PgDeletedPersonTest extends PgAccessFixture {
  private static final PersonName ANA = new PersonName("ana");
  private static final String ISSUER = "https://uni.example";
  private Person ana;

  @BeforeEach
  void someone() {
    people =
        new PgPeople(
            database,
            CLOCK,
            UUID::randomUUID,
            new ProviderRules(ISSUER, GroupRoles.parse(List.of("students=user"))));
    add("root", Grant.everywhere(Role.ADMIN));
    people.addTeam(new TeamName("net"));
    ana = people.addVouched(ANA, "Ana Rossi", ISSUER, "1", Set.of("students"), NOW.plusSeconds(60));
  }

  private long rows(String sql) {
    return database
        .client()
        .execute()
        .createGet("SELECT count(*) AS n FROM " + sql)
        .addParam("id", ana.id())
        .execute()
        .orElseThrow()
        .column("n")
        .getLong();
  }

  @Test
  void nothingIsLeftButTheName() {
    var sessions = new PgSessions(database, UUID::randomUUID);
    var cookie = Secret.fresh("");
    sessions.openVouched(ana.id(), cookie, CLIENT, NOW, NOW.plusSeconds(60), "s1");
    var tokens = new PgApiTokens(database, UUID::randomUUID);
    var token = Secret.fresh("");
    tokens.make(ana.id(), new TokenName("t"), Role.USER, token, NOW, NOW.plusSeconds(60));
    var links = new PgLinks(database);
    var link = Secret.fresh("");
    links.keep(ana.id(), link, NOW.plusSeconds(60));
    people.setPassword(ana.id(), "hash");

    people.delete(ANA);

    assertThat(people.find(ANA)).isEmpty();
    assertThat(people.find(ana.id())).isEmpty();
    assertThat(people.find(ISSUER, "1")).isEmpty();
    assertThat(people.all()).extracting(p -> p.name().value()).containsExactly("root");
    assertThat(people.passwordHash(ana.id())).isEmpty();
    assertThat(sessions.find(cookie)).isEmpty();
    assertThat(tokens.find(token)).isEmpty();
    assertThat(links.find(link, NOW)).isEmpty();
    assertThat(sessions.cameFrom(ANA, CLIENT.address())).isFalse();
    assertThat(rows("person_grant WHERE person = :id")).isZero();
    assertThat(rows("person_group WHERE person = :id")).isZero();
    assertThat(rows("person WHERE id = :id AND display = 'ana' AND last_sign_in IS NULL")).isOne();
    assertThat(new PgQuotas(database).all().toString()).doesNotContain("ana");
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> people.delete(ANA));
  }

  @Test
  void nobodyGetsTheNameAgain() {
    people.delete(ANA);

    assertThat(people.taken(ANA)).isTrue();
    assertThat(people.taken(new PersonName("ben"))).isFalse();
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> add("ana"))
        .withMessageContaining("or was before they were deleted");
  }

  @Test
  void whoHasGuestsStaysUntilTheyAreHandedOver() {
    var holdings = new PgHoldings(database, CLOCK);
    var root = people.find(new PersonName("root")).orElseThrow();
    var operator = root.actor(Actor.Via.NONE);
    for (var vmid = 101; vmid <= 112; vmid++) {
      holdings.give(Holding.guest(new VmId(vmid)), ANA, null, GuestSize.UNKNOWN, operator);
    }

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.delete(ANA))
        .withMessageContaining("101, 102,")
        .withMessageContaining("110 and 2 more");
    assertThat(people.find(ANA)).isPresent();
    for (var vmid = 101; vmid <= 112; vmid++) {
      holdings.give(Holding.guest(new VmId(vmid)), root.name(), null, GuestSize.UNKNOWN, operator);
    }
    people.delete(ANA);
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            holdings.give(Holding.guest(new VmId(101)), ANA, null, GuestSize.UNKNOWN, operator));
  }

  @Test
  void theDatabaseGivesNoGuestToSomebodyWhoIsGone() {
    people.delete(ANA);

    assertThatThrownBy(() ->
            database
                .client()
                .execute()
                .createInsert(
                    "INSERT INTO holding (kind, key, person, since) VALUES ('guest', '101', :id,"
                        + " now())")
                .addParam("id", ana.id())
                .execute())
        .hasStackTraceContaining("whoever was to have the guest was deleted");
  }

  @Test
  void whoseGroupGoesOnStaysUntilItEnded() {
    database
        .client()
        .execute()
        .createInsert(
            """
            WITH fence AS (
              INSERT INTO operation_fence (id, tells) VALUES (gen_random_uuid(), 'group one')
              RETURNING id)
            INSERT INTO operation_group (id, title, kind, members, size, starts, wave, want,
                                         requested_by, person, created_at)
            SELECT fence.id, 'clones', 'clone-vm', '[]', 1, false, 1, 'done', 'ana', :id, now()
              FROM fence
            """)
        .addParam("id", ana.id())
        .execute();

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.delete(ANA))
        .withMessageContaining("of ana goes on");
    database.client().execute().update("UPDATE operation_group SET finished_at = now()");
    people.delete(ANA);
    assertThat(people.find(ANA)).isEmpty();
  }

  @Test
  void whoHasReservationsToComeStaysUntilTheyAreCancelled() {
    database
        .client()
        .execute()
        .dml(
            """
            INSERT INTO reservation
              (uid, kind, title, notes, requester, person, hidden, guest_kind, during, start_local,
               end_local, zone, zone_data, status, phase, at_start, at_end, booked_by, created_at,
               changed_at)
            SELECT 'u', 'booking', 'lab', '', 'ana', id, false, 'qemu', tstzrange(now(), now() + '1 h'),
                   now(), now(), 'UTC', 'x', 'pending', 'booked', 'nothing', 'nothing', 'ana', now(),
                   now()
              FROM person WHERE name = 'ana'
            """);

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.delete(ANA))
        .withMessageContaining("ana still has reservations (1)");
    database
        .client()
        .execute()
        .dml("UPDATE reservation SET phase = 'called_off', status = 'cancelled'");
    people.delete(ANA);
  }

  @Test
  void whoOrderedWhatGoesOnStaysUntilItEnded() {
    order("running");

    assertThatExceptionOfType(Refusal.Busy.class)
        .isThrownBy(() -> people.delete(ANA))
        .withMessageContaining("of ana goes on");
    database
        .client()
        .execute()
        .update("UPDATE operation SET state = 'failed', finished_at = now()");
    people.delete(ANA);

    assertThat(rows("operation WHERE person = :id AND requested_by = 'ana'"))
        .as("what they ordered stays theirs")
        .isOne();
  }

  private void order(String state) {
    database
        .client()
        .execute()
        .createInsert(
            """
            INSERT INTO operation (id, kind, cluster, guest_kind, node, vmid, vmid_chosen, request, state,
                                   steps, log, warnings, requested_by, person, created_at)
            VALUES (gen_random_uuid(), 'start', 'main', 'qemu', 'pve1', 101, true, '{}', :state, '[]',
                    '[]', '[]', 'ana', :id, now())
            """)
        .addParam("state", state)
        .addParam("id", ana.id())
        .execute();
  }

  @Test
  void theLastAdministratorIsNotDeleted() {
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.delete(new PersonName("root")))
        .withMessageContaining("last administrator");

    add("other", Grant.everywhere(Role.ADMIN));
    people.delete(new PersonName("root"));
    assertThat(people.find(new PersonName("root"))).isEmpty();
  }
}
