package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is asked of guests at the start and at the end of a reservation. */
class CareOfGuestsTest extends ReservationRequests {
  private static final String GUESTS =
      """
      {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",%s
       "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"pve1",%s
                  "request":{"cores":2,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
      """;

  private TestClientAnswer send(String more, String ofThem) {
    var answer = send(ana, "POST", "/api/reservations", GUESTS.formatted(more, ofThem));
    return new TestClientAnswer(answer.status(), answer.body(), String.valueOf(answer.field()));
  }

  /** What matters of an answer. */
  private record TestClientAnswer(int status, String body, String field) {}

  @Test
  void eachKindOfGuestIsReadyAndEndsAsItWasAsked() {
    var booked =
        send("", "\"ready\":{\"check\":\"port\",\"port\":22,\"minutes\":10},\"at_end\":\"stop\",");

    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.body())
        .contains("\"at_end\":\"stop\",\"ready\":{\"check\":\"port\",\"port\":22,\"minutes\":10}")
        .contains("\"grace_minutes\":0");
    assertThat(send("", "").body())
        .contains("\"at_end\":null,\"ready\":{\"check\":\"running\",\"port\":null,\"minutes\":5}");
  }

  @Test
  void whatCannotBeAskedOfThemIsRefused() {
    assertThat(send("", "\"ready\":{\"check\":\"port\"},").field())
        .isEqualTo("guests[0].ready.port");
    assertThat(send("", "\"ready\":{\"check\":\"door\"},").field())
        .isEqualTo("guests[0].ready.check");
    assertThat(send("", "\"ready\":{},").field()).isEqualTo("guests[0].ready.check");
    assertThat(send("", "\"ready\":{\"check\":\"agent\",\"minutes\":0},").field())
        .isEqualTo("guests[0].ready.minutes");
    assertThat(send("", "\"at_end\":\"restore:clean\",").field()).isEqualTo("guests[0].at_end");
    assertThat(send("\"at_end\":\"restore:current\",", "").field()).isEqualTo("at_end");
    assertThat(send("\"at_start\":\"rollback\",", "").field()).isEqualTo("at_start");
  }

  @Test
  void whoeverGivesItToATeamMustBeAllowedToBookForIt() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();

    assertThat(send(ana, "POST", path + "/hand-over", "{\"person\":\"bob\"}").status())
        .isEqualTo(200);
    assertThat(get(bob, path).json().get("may").toString()).contains("extend");
  }
}
