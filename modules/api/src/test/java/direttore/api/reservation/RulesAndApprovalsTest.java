package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulesAndApprovalsTest extends ReservationRequests {
  private void rule(String policy) {
    assertThat(send(olga, "PUT", "/api/policies/general", policy).status()).isEqualTo(200);
  }

  @Test
  void whatIsAgainstTheRulesIsToldByFieldWithWhatWouldPass() {
    rule("{\"longest_minutes\":120}");

    var refused = book(ana, "");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("rule");
    assertThat(refused.json().get("code").asText()).isEqualTo("too-long");
    assertThat(refused.json().get("field").asText()).isEqualTo("end_dt");
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("end_dt");
    var broken = refused.json().at("/broken/0");
    assertThat(broken.get("limit").asInt()).isEqualTo(120);
    assertThat(broken.get("value").asInt()).isEqualTo(180);
    assertThat(broken.get("passes").asText()).isEqualTo("2027-03-01T11:00:00+01:00");
    assertThat(broken.get("detail").asText())
        .isEqualTo("It may last 2 hours at most: until 1 March 2027, 11:00.");
    assertThat(book(ana, ",\"dry_run\":true").problem()).isEqualTo("rule");
    assertThat(book(olga, "").status()).isEqualTo(201);
  }

  @Test
  void anExtensionHearsOfTheFieldThatItHas() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();
    rule("{\"longest_minutes\":180}");

    var refused = send(ana, "POST", path + "/extend", "{\"minutes\":30}");

    assertThat(refused.json().get("field").asText()).isEqualTo("minutes");
    assertThat(refused.json().at("/broken/0/field").asText()).isEqualTo("minutes");
  }

  @Test
  void whatHasToBeApprovedIsAskedForAndDecidedByOperators() {
    rule("{\"approval\":{\"whole_node\":true}}");

    var asked = book(ana, "");

    var path = "/api/reservations/" + asked.json().get("id").asInt();
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.header("Location")).isEqualTo(path);
    assertThat(asked.json().get("phase").asText()).isEqualTo("requested");
    assertThat(asked.json().at("/approval/why").asText()).isEqualTo("the whole of node pve1");
    assertThat(asked.json().at("/approval/decision").isNull()).isTrue();
    assertThat(get(ana, path).json().get("may").toString()).doesNotContain("approve");
    assertThat(get(olga, path).json().get("may").toString()).contains("approve", "refuse");
    var tag = get(olga, path).header("ETag");
    assertThat(send(ana, "POST", path + "/approve", "{}").status()).isEqualTo(403);
    var nameless = send(olga, "POST", path + "/refuse", "{}");
    assertThat(nameless.json().get("field").asText()).isEqualTo("reason");
    assertThat(send(olga, "POST", path + "/approve", "{}", "If-Match", "\"9-x\"").status())
        .isEqualTo(412);
    var approved = send(olga, "POST", path + "/approve", "{\"reason\":\"Fine.\"}", "If-Match", tag);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.json().get("phase").asText()).isEqualTo("booked");
    assertThat(approved.json().at("/approval/decision/by").asText()).isEqualTo("olga");
    assertThat(approved.json().at("/approval/decision/reason").asText()).isEqualTo("Fine.");
    assertThat(send(olga, "POST", path + "/refuse", "{\"reason\":\"No.\"}").problem())
        .isEqualTo("wrong-state");
  }

  @Test
  void aRefusalIsToldToWhoAsked() {
    rule("{\"approval\":{\"whole_node\":true}}");
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();

    send(olga, "POST", path + "/refuse", "{\"reason\":\"Exam.\"}");

    var seen = get(ana, path).json();
    assertThat(seen.get("phase").asText()).isEqualTo("refused");
    assertThat(seen.get("status").asText()).isEqualTo("cancelled");
    assertThat(seen.get("reason").asText()).isEqualTo("Exam.");
    assertThat(book(bob, "").status()).isEqualTo(202);
  }

  @Test
  void aSeriesThatMayNotRepeatNamesItsRecurrence() {
    rule("{\"recurring\":false}");

    var refused = book(ana, ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=3\"}");

    assertThat(refused.json().get("code").asText()).isEqualTo("recurring");
    assertThat(refused.json().get("field").asText()).isEqualTo("recurrence");
  }
}
