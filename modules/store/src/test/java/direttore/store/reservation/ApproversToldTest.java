package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static direttore.store.reservation.RulesTest.ANA;
import static direttore.store.reservation.RulesTest.ana;
import static direttore.store.reservation.RulesTest.approving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.MailAddress;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import direttore.domain.notice.Notice;
import direttore.domain.notice.NoticeKind;
import direttore.domain.preference.Preferences;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Reservation;
import direttore.store.access.PgPeople;
import direttore.store.mail.PgMails;
import direttore.store.notice.PgNotices;
import direttore.store.preference.PgPreferences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that something waits for an approval: whoever may give it, and nobody else. */
class ApproversToldTest {
  private ReservationLab lab;
  private PgNotices notices;
  private PgMails mails;
  private PgPeople people;
  private Person olga;
  private Person one;
  private Person two;
  private Person bo;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    new PgPolicies(lab.database).set(null, approving(true, 2, null));
    notices = new PgNotices(lab.database, true);
    mails = new PgMails(lab.database);
    people = new PgPeople(lab.database, Clock.systemUTC(), UUID::randomUUID);
    olga = person("olga", Grant.everywhere(Role.OPERATOR));
    one = person("one", on("pve1"));
    two = person("two", on("pve2"));
    bo = person("bo", Grant.everywhere(Role.USER));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static Grant on(String node) {
    return new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName(node)));
  }

  private Person person(String name, Grant grant) {
    var person = people.add(new PersonName(name), name, List.of(grant), Set.of());
    new PgPreferences(lab.database)
        .set(
            person.id(), new Preferences(null, null, new MailAddress(name + "@lab.example"), true));
    return person;
  }

  private Reservation asked() {
    return lab.reservations.ruled(ANA).book(wanted(hours(1, 1), node("pve1")), ana());
  }

  private List<Notice> told(Actor actor) {
    return notices.of(actor, Instant.now());
  }

  private List<Notice> told(Person person) {
    return told(person.actor(Actor.Via.SESSION));
  }

  private List<String> mailed() {
    notices.spread(100);
    return mails.take(10).stream()
        .map(mail -> Objects.requireNonNull(mail.preferences().mail()).value())
        .sorted()
        .toList();
  }

  @Test
  void operatorsOfWhatItClaimsAreToldAndNobodyElse() {
    asked();

    assertThat(told(olga)).extracting(Notice::kind).containsExactly(NoticeKind.REQUESTED);
    assertThat(told(one)).extracting(Notice::kind).containsExactly(NoticeKind.REQUESTED);
    assertThat(told(two)).isEmpty();
    assertThat(told(bo)).isEmpty();
    assertThat(told(ANA)).isEmpty();
  }

  @Test
  void operatorsOfAPartOfItAreNotTold() {
    lab.device("sw1", "switch");
    lab.reservations
        .ruled(ANA)
        .book(wanted(hours(1, 1), node("pve1"), ClaimRequest.device("sw1")), ana());

    assertThat(told(olga)).hasSize(1);
    assertThat(told(one)).isEmpty();
    assertThat(mailed()).containsExactly("olga@lab.example");
  }

  @Test
  void operatorsOfAllPartsOfOneNodeAreTold() {
    new PgPools(lab.database).add(new Pool.Form("lab", new NodeName("pve1"), 10, 20));
    lab.reservations
        .ruled(ANA)
        .book(wanted(hours(1, 1), node("pve1"), ClaimRequest.pool("lab", 1, 0)), ana());

    assertThat(told(one)).hasSize(1);
    assertThat(told(two)).isEmpty();
  }

  @Test
  void theyGetAMailEach() {
    asked();

    assertThat(mailed()).containsExactly("olga@lab.example", "one@lab.example");
  }

  @Test
  void whoeverAskedForSomebodyElseIsNotAskedToApproveIt() {
    asked();
    lab.database.client().execute().dml("UPDATE reservation_approval SET asked_by = 'olga'");

    assertThat(told(olga)).isEmpty();
    assertThat(mailed()).containsExactly("one@lab.example");
  }

  @Test
  void itIsNotTheirsToApproveWhereItIsTheirOwn() {
    asked();
    lab.database
        .client()
        .execute()
        .createUpdate("UPDATE reservation SET person = :person")
        .addParam("person", olga.id())
        .execute();

    assertThat(told(olga)).isEmpty();
    assertThat(mailed()).containsExactly("one@lab.example");
  }

  @Test
  void onceSomebodyHasAnsweredItIsTrueNoLonger() {
    var asked = asked();
    new PgApprovals(lab.database, Clock.systemUTC(), Consequences.NONE)
        .refuse(asked.id(), List.of(), olga.actor(Actor.Via.SESSION), null, "No.");

    assertThat(told(one)).isEmpty();
    notices.spread(100);
    assertThat(mails.take(10)).allMatch(mail -> !mail.stands());
  }

  @Test
  void itIsToldUntilSomebodyHasAnswered() {
    var asked = asked();
    var weeks = Instant.now().plus(Duration.ofDays(120));

    notices.forget(weeks);

    assertThat(notices.of(olga.actor(Actor.Via.SESSION), weeks)).hasSize(1);
    notices.putAway(
        olga.actor(Actor.Via.SESSION),
        notices.of(olga.actor(Actor.Via.SESSION), weeks).getFirst().id(),
        weeks);
    assertThat(notices.of(olga.actor(Actor.Via.SESSION), weeks)).isEmpty();
    assertThat(notices.of(one.actor(Actor.Via.SESSION), weeks)).hasSize(1);
    lab.reservations.cancel(asked.id(), null, null);
    assertThat(notices.of(one.actor(Actor.Via.SESSION), weeks)).isEmpty();
    assertThat(notices.forget(weeks)).isPositive();
  }

  @Test
  void whoeverMayNotApproveItAnyMoreGetsNoMail() {
    asked();
    notices.spread(100);
    people.change(olga.name(), PersonChange.grants(List.of(Grant.everywhere(Role.USER))));
    people.change(one.name(), PersonChange.grants(List.of(on("pve2"))));

    assertThat(mails.take(10)).hasSize(2).allMatch(mail -> !mail.stands());
  }

  @Test
  void eachPutsItAwayForThemselves() {
    asked();
    var id = told(olga).getFirst().id();

    notices.putAway(olga.actor(Actor.Via.SESSION), id, Instant.now());

    assertThat(told(olga)).isEmpty();
    assertThat(told(one)).hasSize(1);
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> notices.putAway(two.actor(Actor.Via.SESSION), id, Instant.now()));
  }
}
