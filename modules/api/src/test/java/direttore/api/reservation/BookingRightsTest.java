package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may use one node alone. */
class BookingRightsTest extends ReservationRequests {
  private static final String CLASS =
      """
      {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
       "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"%1$s",
                  "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
      """;

  private final Person ned =
      api.access.person("ned", new Grant(Role.USER, new Scope.OnNode(new NodeName("pve1"))));

  private int claiming(String claim) {
    var body = MORNING.replace("\"proxmox_node\":\"pve1\",", "").formatted(",\"claims\":[%s]");
    return send(ned, "POST", "/api/reservations", body.formatted(claim)).status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'storage':'pve1/local-lvm','disk':1024}",
        "{'storage':'slow','disk':1024}",
        "{'pool':'here','vms':1}",
        "{'node':'pve1','cores':1}",
      })
  void whatIsOnTheirNodeIsTheirsToBook(String claim) {
    api.reservations.pools.add(new Pool.Form("here", new NodeName("pve1"), 4, 4));

    assertThat(claiming(claim.replace('\'', '"'))).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'storage':'pve2/local-lvm','disk':1024}",
        "{'storage':'nowhere','disk':1024}",
        "{'pool':'there','vms':1}",
        "{'node':'pve2','cores':1}",
        "{'vlan':7}",
        "{'any':{'kind':'node'}}",
      })
  void whatIsElsewhereOrNowhereIsNot(String claim) {
    api.reservations.pools.add(new Pool.Form("there", new NodeName("pve2"), 4, 4));

    assertThat(claiming(claim.replace('\'', '"'))).isEqualTo(403);
  }

  @Test
  void theirGuestsMayHaveDisksThere() {
    var booked = send(ned, "POST", "/api/reservations", CLASS.formatted("pve1"));

    assertThat(booked.status()).as("%s", booked.body()).isEqualTo(201);
    assertThat(booked.json().findValuesAsText("name")).contains("pve1/local-lvm");
  }

  /** The path of one on another node that was handed over to them. */
  private String handedOver() {
    api.access.team("red");
    var there = MORNING.replace("pve1", "pve2").formatted(",\"team\":\"red\"");
    var path = send(olga, "POST", "/api/reservations", there).header("location");
    var handed = send(olga, "POST", path + "/hand-over", "{\"person\":\"ned\"}");
    assertThat(handed.status()).as("%s", handed.body()).isEqualTo(200);
    return path;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'title':'OSPF','notes':'room 7','private':true}",
        "{'start_dt':'2027-03-01T08:00:00'}",
        "{'end_dt':'2027-03-01T13:00:00'}",
        "{'claims':[{'node':'pve2'},{'node':'pve1','cores':1}]}",
        "{'proxmox_node':'pve1'}",
        "{'status':'cancelled'}",
      })
  void whatWasHandedOverToThemIsTheirsToChange(String change) {
    var changed = send(ned, "PATCH", handedOver(), change.replace('\'', '"'));

    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
  }

  @Test
  void whatWasHandedOverToThemIsTheirsToExtendAndToHandOn() {
    var path = handedOver();

    assertThat(send(ned, "POST", path + "/extend", "{\"minutes\":60}").status()).isEqualTo(200);
    assertThat(send(ned, "POST", path + "/hand-over", "{\"person\":\"ana\"}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'claims':[{'node':'pve2'},{'storage':'pve2/local-lvm','disk':1024}]}",
        "{'claims':[{'node':'pve2','cores':1}]}",
        "{'team':null}",
      })
  void whatIsClaimedElsewhereBesidesIsNot(String change) {
    var refused = send(ned, "PATCH", handedOver(), change.replace('\'', '"'));

    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(403);
    assertThat(refused.json().get("right").asText()).isEqualTo("book");
  }
}
