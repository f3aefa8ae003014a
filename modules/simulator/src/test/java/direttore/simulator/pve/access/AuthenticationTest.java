package direttore.simulator.pve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.simulator.pve.schema.ParameterErrors;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tickets, tokens and passwords. */
class AuthenticationTest extends AccessFixture {
  private static String header(String secret) {
    return "PVEAPIToken=stud@pve!lab=" + secret;
  }

  private Map<String, Object> login(String username, String password) {
    var answer = post("/access/ticket", Map.of("username", username, "password", password));
    return texts(Objects.requireNonNull(answer));
  }

  @Test
  void givesATicketForAPasswordAndTakesItBack() {
    var login = login("root@pam", "top-secret");

    assertThat(String.valueOf(login.get("ticket")))
        .matches("PVE:root@pam:[0-9A-F]{8}::[A-Za-z0-9+/=]+");
    assertThat(String.valueOf(login.get("CSRFPreventionToken"))).matches("[0-9A-F]{8}:\\S{43}");
    assertThat(login).containsKeys("username", "cap").doesNotContainKey("clustername");
    assertThat(access.authenticate("GET", String.valueOf(login.get("ticket")), null, null))
        .isEqualTo(Caller.ROOT);
  }

  @Test
  void endsATicketAfterTwoHoursButRenewsItBefore() {
    var first = String.valueOf(login("root@pam", "top-secret").get("ticket"));
    clock.advance(Duration.ofMinutes(119));

    var second = String.valueOf(login("root@pam", first).get("ticket"));
    clock.advance(Duration.ofMinutes(2));

    assertThat(refusal(() -> access.authenticate("GET", first, null, null)).message())
        .isEqualTo("Authentication failed!");
    assertThat(access.authenticate("GET", second, null, null)).isEqualTo(Caller.ROOT);
    assertThat(refusal(() -> login("root@pam", first)).status()).isEqualTo(401);
  }

  @Test
  void tellsNothingButFailureOfAWrongPassword() {
    var refusal = refusal(() -> login("root@pam", "wrong"));

    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.message()).isEqualTo("authentication failure\n");
    assertThat(refusal.delayed()).isTrue();
    assertThat(refusal.bare()).isFalse();
    assertThat(refusal(() -> login("nobody@pve", "x")).message()).isEqualTo(refusal.message());
  }

  @Test
  void asksForACsrfTokenOnlyWhereATicketWrites() {
    var login = login("root@pam", "top-secret");
    var ticket = String.valueOf(login.get("ticket"));
    var csrf = String.valueOf(login.get("CSRFPreventionToken"));

    assertThat(access.authenticate("POST", ticket, null, csrf)).isEqualTo(Caller.ROOT);
    assertThat(refusal(() -> access.authenticate("POST", ticket, null, null)).message())
        .isEqualTo("Permission denied - invalid csrf token");
    assertThat(refusal(() -> access.authenticate("DELETE", ticket, null, "0:0")).bare()).isTrue();
    assertThat(refusal(() -> access.authenticate("GET", null, null, null)).message())
        .isEqualTo("No ticket");
    assertThat(refusal(() -> access.authenticate("GET", "PVE:root@pam:0::x", null, null)).message())
        .isEqualTo("Authentication failed!");
  }

  @Test
  void knowsATokenByItsSecretUntilItExpires() {
    student();
    post("/access/users/{userid}/token/{tokenid}", token("expire", now() + 60));

    assertThat(access.authenticate("POST", null, header("secret-1"), null)).isEqualTo(TOKEN);
    assertThat(refusal(() -> access.authenticate("GET", null, header("secret-2"), null)).message())
        .isEqualTo("Authentication failed!");
    clock.advance(Duration.ofSeconds(62));
    assertThat(refusal(() -> access.authenticate("GET", null, header("secret-1"), null)).delayed())
        .isTrue();
  }

  @Test
  void turnsADisabledUserAway() {
    student();
    var ticket = String.valueOf(login("stud@pve", "studpass1").get("ticket"));
    put("/access/users/{userid}", Map.of("userid", "stud@pve", "enable", "0"));

    assertThat(refusal(() -> access.authenticate("GET", ticket, null, null)).status())
        .isEqualTo(401);
    assertThat(refusal(() -> login("stud@pve", "studpass1")).status()).isEqualTo(401);
  }

  @Test
  void goesOnFromAKeptState() {
    student();
    var ticket = String.valueOf(login("stud@pve", "studpass1").get("ticket"));

    var next = new AccessControl(clock, new Lab(), () -> "s", access.state());

    assertThat(next.authenticate("GET", ticket, null, null)).isEqualTo(STUDENT);
  }

  @Test
  void bindsAConsoleTicketToCallerPathAndPortForAMoment() {
    var ticket = access.consoleTicket(Caller.ROOT, "/vms/100", 5900);

    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/100", 5900)).isTrue();
    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/101", 5900)).isFalse();
    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/100", 5901)).isFalse();
    assertThat(access.isConsoleTicket(ticket, STUDENT, "/vms/100", 5900)).isFalse();
    clock.advance(Duration.ofSeconds(41));
    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/100", 5900)).isFalse();
  }

  @Test
  void letsAUserChangeOnlyTheirOwnPasswordAndOnlyWithTheOldOne() {
    student();
    var mine = Map.of("userid", "stud@pve", "password", "studpass2");

    assertThat(
            catchThrowableOfType(
                    ParameterErrors.class, () -> callAs(STUDENT, "PUT", "/access/password", mine))
                .errors())
        .containsKey("confirmation-password");
    var confirmed = new HashMap<>(mine);
    confirmed.put("confirmation-password", "studpass1");
    callAs(STUDENT, "PUT", "/access/password", confirmed);

    assertThat(login("stud@pve", "studpass2")).containsKey("ticket");
  }
}
