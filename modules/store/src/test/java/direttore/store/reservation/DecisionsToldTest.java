package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static direttore.store.reservation.RulesTest.approving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.MailAddress;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.TeamName;
import direttore.domain.notice.Notice;
import direttore.domain.notice.NoticeKind;
import direttore.domain.operation.Submitter;
import direttore.domain.preference.Preferences;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Window;
import direttore.domain.webhook.Deliveries.DueDelivery;
import direttore.domain.webhook.WebhookUrl;
import direttore.store.access.PgPeople;
import direttore.store.mail.PgMails;
import direttore.store.notice.PgNotices;
import direttore.store.operation.Safe;
import direttore.store.preference.PgPreferences;
import direttore.store.webhook.PgDeliveries;
import direttore.store.webhook.PgWebhooks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided about what somebody asked for: told as that, to whoever has or asked for it. */
class DecisionsToldTest {
  private static final TeamName RED = new TeamName("red");
  private final Safe safe = new Safe(new byte[32]);
  private ReservationLab lab;
  private PgNotices notices;
  private PgPeople people;
  private PgApprovals approvals;
  private Reservations reservations;
  private Person ana;
  private Person ben;
  private Person tess;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    new PgPolicies(lab.database).set(null, approving(true, 2, null));
    notices = new PgNotices(lab.database, true);
    people = new PgPeople(lab.database, lab.clock, UUID::randomUUID);
    approvals = new PgApprovals(lab.database, lab.clock, new NoticeConsequences());
    reservations =
        new PgReservations(
            lab.database, safe, lab.clock, UUID::randomUUID, new NoticeConsequences());
    people.addTeam(RED);
    ana = person("ana", Role.USER, Set.of(RED));
    ben = person("ben", Role.USER, Set.of(RED));
    tess = person("tess", Role.OPERATOR, Set.of());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Person person(String name, Role role, Set<TeamName> teams) {
    var person = people.add(new PersonName(name), name, List.of(Grant.everywhere(role)), teams);
    new PgPreferences(lab.database)
        .set(
            person.id(), new Preferences(null, null, new MailAddress(name + "@lab.example"), true));
    return person;
  }

  private static Actor actor(Person person) {
    return person.actor(Actor.Via.SESSION);
  }

  private NewReservation lesson(Window window) {
    var wanted = wanted(window, node("pve1"));
    var old = wanted.details();
    return NewReservation.booking(
        new Details(old.title(), "", new Party("ana", ana.id(), RED), old.where(), false),
        wanted.times(),
        wanted.claims());
  }

  /** One of hers and her team that waits for an approval. */
  private Reservation asked() {
    return reservations
        .ruled(actor(ana))
        .book(lesson(hours(1, 1)), new Submitter(actor(ana), null, List.of()));
  }

  private Reservation approved() {
    return approvals.approve(asked().id(), List.of(), actor(tess), null, null);
  }

  private Reservation move(Reservation present) {
    return reservations
        .ruled(actor(ana))
        .change(
            present.id(),
            ReservationChange.NOTHING.withTimes(present.times().at(hours(5, 1))),
            null);
  }

  /** Of one that she has already, and of which she has put away what was told. */
  private Reservation moved() {
    var moved = move(approved());
    told(ana).forEach(each -> notices.putAway(actor(ana), each.id(), Instant.now()));
    mailed();
    return moved;
  }

  private List<Notice> told(Person person) {
    return notices.of(actor(person), Instant.now());
  }

  private List<String> mailed() {
    notices.spread(100);
    return new PgMails(lab.database)
        .take(10).stream()
            .filter(mail -> mail.notice().kind() != NoticeKind.REQUESTED)
            .map(mail -> Objects.requireNonNull(mail.preferences().mail()).value())
            .sorted()
            .toList();
  }

  @Test
  void whatSomebodyAskedForWasApprovedAndNotBookedForThem() {
    approved();

    assertThat(told(ana))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(NoticeKind.APPROVED);
          assertThat(notice.actor()).isEqualTo("tess");
          assertThat(notice.askedBy()).isNull();
        });
    assertThat(mailed()).containsExactly("ana@lab.example");
  }

  @Test
  void whatWasBookedInSomebodysNameIsBookedForThem() {
    reservations.book(lesson(hours(1, 1)), new Submitter(actor(tess), null, List.of()));

    assertThat(told(ana)).extracting(Notice::kind).containsExactly(NoticeKind.BOOKED);
    assertThat(told(ben)).isEmpty();
  }

  @Test
  void aChangeThatWasApprovedSaysWhatHoldsNow() {
    var moved = moved();

    var now = approvals.approve(moved.id(), List.of(), actor(tess), null, "The room is free.");

    assertThat(told(ana))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(NoticeKind.CHANGE_APPROVED);
          assertThat(notice.reservation()).isEqualTo(now.id());
          assertThat(notice.window()).isEqualTo(hours(5, 1));
          assertThat(notice.actor()).isEqualTo("tess");
          assertThat(notice.reason()).isEqualTo("The room is free.");
        });
    assertThat(mailed()).containsExactly("ana@lab.example");
  }

  @Test
  void aChangeThatWasApprovedIsToldAsLongAsItHolds() {
    var now = approvals.approve(moved().id(), List.of(), actor(tess), null, null);
    var back = ReservationChange.NOTHING.withTimes(now.times().at(hours(7, 1)));

    reservations.by("tess").change(now.id(), back, null);

    assertThat(told(ana)).isEmpty();
  }

  @Test
  void aChangeThatWasRefusedIsToldOfWhatItWasToChange() {
    var moved = moved();

    approvals.refuse(moved.id(), List.of(), actor(tess), null, "Exam week.");

    assertThat(told(ana))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(NoticeKind.CHANGE_REFUSED);
          assertThat(notice.reservation()).isEqualTo(moved.replaces());
          assertThat(notice.window()).isEqualTo(hours(1, 1));
          assertThat(notice.actor()).isEqualTo("tess");
          assertThat(notice.reason()).isEqualTo("Exam week.");
        });
    assertThat(mailed()).containsExactly("ana@lab.example");
    assertThat(mailed()).isEmpty();
  }

  @Test
  void aChangeThatNobodyApprovedInTimeIsToldSo() {
    var moved = moved();
    lab.database
        .client()
        .execute()
        .dml("UPDATE bell SET due = now() - interval '1 minute' WHERE what = 'approve_by'");

    new PgLives(lab.database, safe, lab.clock).ring(Set.of());

    assertThat(told(ana))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(NoticeKind.CHANGE_REFUSED);
          assertThat(notice.reservation()).isEqualTo(moved.replaces());
          assertThat(notice.actor()).isNull();
          assertThat(notice.reason()).isEqualTo("Nobody approved it in time.");
        });
    assertThat(mailed()).containsExactly("ana@lab.example");
  }

  @Test
  void whoeverAskedForAChangeOfWhatOthersHaveIsToldAsTheyAre() {
    var moved = moved();
    lab.database.client().execute().dml("UPDATE reservation_approval SET asked_by = 'ben'");

    approvals.refuse(moved.id(), List.of(), actor(tess), null, "Exam week.");

    for (var person : List.of(ana, ben)) {
      assertThat(told(person))
          .filteredOn(notice -> notice.kind() == NoticeKind.CHANGE_REFUSED)
          .extracting(Notice::askedBy)
          .containsExactly("ben");
    }
    assertThat(mailed()).containsExactly("ana@lab.example", "ben@lab.example");
  }

  @Test
  void theirTeamIsToldOfNoDecisionAndOfTheUse() {
    var lesson = approved();
    approvals.refuse(move(lesson).id(), List.of(), actor(tess), null, "Exam week.");
    var other = reservations.ruled(actor(ana));
    var refused = other.book(lesson(hours(9, 1)), new Submitter(actor(ana), null, List.of()));
    approvals.refuse(refused.id(), List.of(), actor(tess), null, "Exam week.");
    var id = told(ana).getFirst().id();

    assertThat(told(ana)).hasSize(3);
    assertThat(told(ben)).isEmpty();
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> notices.putAway(actor(ben), id, Instant.now()));

    reservations.by("tess").cancel(lesson.id(), null, "The power goes off.");

    assertThat(told(ben)).extracting(Notice::kind).containsExactly(NoticeKind.CANCELLED);
  }

  @Test
  void webhooksAreToldOfADecisionOnce() {
    new PgWebhooks(lab.database, safe, lab.clock, UUID::randomUUID)
        .add(
            WebhookUrl.parse("https://chat.example/hooks/7"),
            Set.of(NoticeKind.REFUSED, NoticeKind.CHANGE_REFUSED),
            true,
            "root",
            new Secret("whsec_x"));
    var moved = moved();
    lab.database.client().execute().dml("UPDATE reservation_approval SET asked_by = 'ben'");

    approvals.refuse(moved.id(), List.of(), actor(tess), null, "Exam week.");
    notices.spread(100);

    assertThat(new PgDeliveries(lab.database, safe).take(10, Set.of()))
        .singleElement()
        .extracting(DueDelivery::body)
        .asString()
        .contains("\"kind\":\"reservation.change_refused\"")
        .contains("\"by\":\"tess\",\"asked_by\":\"ben\"")
        .contains("\"reservation\":{\"id\":%d,".formatted(moved.replaces()))
        .contains("\"reason\":\"Exam week.\"");
  }
}
