package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadReservationRequestsTest extends ReservationRequests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title|{'title':'','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00'}",
        "title|{'start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00'}",
        "end_dt|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T08:00'}",
        "end_dt|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T09:00'}",
        "start_dt|{'title':'a','start_dt':'2020-03-01T09:00','end_dt':'2020-03-01T10:00'}",
        "start_dt|{'title':'a','start_dt':'9999-03-01T09:00','end_dt':'9999-03-01T10:00'}",
        "start_dt|{'title':'a','start_dt':'tomorrow','end_dt':'2027-03-01T10:00'}",
        "start_dt|{'title':'a','start_dt':'2027-03-28T02:30','end_dt':'2027-03-28T05:00'}",
        "start_dt|{'title':'a','start_dt':7,'end_dt':'2027-03-28T05:00'}",
        "time_zone|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','time_zone':'Europe/Nowhere'}",
        "requester|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','requester':'bob'}",
        "team|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','team':'red'}",
        "resource_type|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','resource_type':'pod'}",
        "proxmox_node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve9'}",
        "vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','vmid':987654}",
        "vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','vmid':7}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{}]}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','device':'sw1'}]}",
        "claims[1]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1'},{'node':'pve1'}]}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'device':'sw9'}]}",
        "claims[0].cores|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','cores':-1}]}",
        "claims[0].vlan|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'vlan':4095}]}",
        "claims[0].any.kind|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'any':{'kind':'moon'}}]}",
        "claims[0].addresses|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'addresses':'10.20.0.9-10.20.0.1'}]}",
        "claims[0].addresses|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'addresses':'10.0.0.0/8'}]}",
        "claims[0].disk|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'storage':'ceph'}]}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'storage':'ceph','disk':1024}]}",
        "claims[0].disk|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','cores':2,'disk':1024}]}",
        "claims[0].any.disk|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'any':{'kind':'node','cores':1,'disk':1024}}]}",
        "claims[0].vms|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','vms':2}]}",
        "claims[0].cores|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'pool':'lab-a','cores':2}]}",
        "at_end|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','at_end':'destroy'}",
        "grace_minutes|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','grace_minutes':-5}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=SECONDLY;COUNT=3'}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3;UNTIL=20270401'}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=WEEKLY;BYSETPOS=1;COUNT=3'}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=201'}}",
        "recurrence.exdates|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','exdates':['1"
            + " March']}}",
        "recurrence.exdates[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','exdates':['2027-03-02T10:00']}}",
        "recurrence.mode|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','mode':'some'}}",
        "guests[0].name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','count':2,'request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].count|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc-{n}','count':201,'request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].request|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc'}]}",
        "guests[0].request.disk|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'storage':'fast'}}]}",
        "guests[0].request.name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'name':'x','disk':'4G','storage':'fast'}}]}",
        "guests[0].request.vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc-{n}','count':2,'request':{'vmid':4242,'disk':'4G','storage':'fast'}}]}",
        "guests[0].request.clone_from|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'clone_from':9999}}]}",
        "guests[1].request.clone_from|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'local-lvm'}},{'kind':'vm','name':'b','request':{'clone_from':9999}}]}",
        "guests[0].request.storage|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'nowhere'}}]}",
        "guests[0].request.template|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'lxc','name':'pc','request':{'storage':'local-lvm','template':'local:vztmpl/none.tar.zst'}}]}",
        "guests[0].request.vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'vmid':100,'disk':'4G','storage':'local-lvm'}}]}",
        "guests[0].node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','guests':[{'kind':'vm','name':'pc','node':'pve9','request':{'disk':'4G','storage':'local-lvm'}}]}",
        "guests[0].node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','node':'pve3','request':{'disk':'4G','storage':'local-lvm'}}]}",
        "proxmox_node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve9','guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'local-lvm'}}]}",
        "claims[1].node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'device':'sw1'},{'node':'pve9'}],'guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'local-lvm'}}]}",
        "guests[0].name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'q_{n}','request':{'disk':'4G','storage':'local-lvm'}}]}",
        "guests[0].name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'lxc','name':'q_{n}','request':{'storage':'local-lvm','template':'local:vztmpl/debian.tar.zst'}}]}",
        "proxmox_node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve2','claims':[{'node':'pve1','cores':1}]}",
        "proxmox_node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','claims':[]}",
        "vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','vmid':101,'claims':[{'guest':100}]}",
        "claims[0].vms|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'pool':'lab-a','vms':0}]}",
        "claims[0].lxc|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'pool':'lab-a','lxc':0}]}",
        "claims[0].disk|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'storage':'slow','disk':0}]}",
        "claims[0].memory|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','memory':0}]}",
        "claims[0].any.cores|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'any':{'kind':'node','cores':0}}]}",
        "title|{'title':'half \\ud83d','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00'}",
        "notes|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','notes':'\\ude00\\ud83d'}",
        "claims[0].device|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'device':'\\ud83d'}]}",
        "recurrence.exdates[1]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','exdates':['2027-03-02','\\udc00']}}",
        "colour|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','colour':'red'}",
      })
  void refusesWhatIsWrongWithTheFieldToMend(String field, String body) {
    var refused = send(ana, "POST", "/api/reservations", body.replace('\'', '"'));

    assertThat(refused.status()).isIn(400, 409, 422);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(get(ana, "/api/reservations").json()).isEmpty();
  }

  @Test
  void theDiskOfANodeIsThatOfItsStorages() {
    var refused = book(ana, ",\"claims\":[{\"node\":\"pve1\",\"cores\":2,\"disk\":1024}]");

    assertThat(refused.field()).isEqualTo("claims[0].disk");
    assertThat(refused.body()).contains("is for a share of a storage only");
  }

  @Test
  void refusesLongTitlesAndTooManyClaims() {
    var title = book(ana, ",\"notes\":\"%s\"".formatted("n".repeat(4001)));
    var claims = new ArrayList<String>();
    for (int i = 1; i <= 1000; i++) {
      claims.add("{\"vlan\":%d}".formatted(i));
    }
    var many = book(ana, ",\"claims\":[%s]".formatted(String.join(",", claims)));

    assertThat(title.field()).isEqualTo("notes");
    assertThat(many.field()).isEqualTo("claims");
    assertThat(
            send(
                    ana,
                    "POST",
                    "/api/reservations",
                    MORNING.formatted("").replace("BGP lesson", "t".repeat(10_000)))
                .field())
        .isEqualTo("title");
  }

  @Test
  void anyGuestCannotBeHad() {
    var any = ",\"claims\":[{\"any\":{\"kind\":\"guest\"}}],\"at_end\":\"stop\"";

    assertThat(book(ana, any).field()).isEqualTo("claims[0].any.kind");
  }

  @Test
  void refusesMoreGuestsThanMayBeWithoutReadingThemAll() {
    var guests =
        """
        {"kind":"vm","name":"pc-{n}","count":200,
         "request":{"cores":1,"memory":512,"disk":"4G","storage":"local-lvm"}}\
        """;

    var refused =
        book(ana, ",\"guests\":[%s,%s,%s]".formatted(guests, guests, guests.replace("vm", "x")));

    assertThat(refused.field()).isEqualTo("guests");
  }

  @Test
  void noResourceHasTheNumberZero() {
    var answer = get(bob, "/api/reservations?resource=0");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("resource");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxmox_node|{'proxmox_node':'pve9'}",
        "vmid|{'vmid':9999}",
        "proxmox_node|{'proxmox_node':'pve2','claims':[{'node':'pve1'}]}",
        "vmid|{'vmid':101,'claims':[{'guest':100}]}",
        "claims[1]|{'claims':[{'node':'pve1'},{'device':'sw9'}]}",
        "proxmox_node|{'proxmox_node':'pve9','guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'local-lvm'}}]}",
        "guests[0].request.clone_from|{'guests':[{'kind':'vm','name':'pc','request':{'clone_from':9999}}]}",
      })
  void refusesWhatIsWrongWithAChangeTheSameWay(String field, String body) {
    var path = book(ana, "").header("location");

    var refused = send(ana, "PATCH", path, body.replace('\'', '"'));

    assertThat(refused.status()).as("%s", refused.body()).isIn(400, 422);
    assertThat(refused.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claims[0].disk|must be 1 to 9007199254740992|,'claims':[{'storage':'slow','disk':0}]",
        "claims[0].vms|must be 1 to 100000|,'claims':[{'pool':'lab-a','vms':0}]",
        "at_end|must be nothing, shutdown, stop, snapshot or restore: and the name of a snapshot|,'at_end':'explode'",
        "guests[0].at_end|must be nothing, shutdown, stop, snapshot or destroy|,'guests':[{'kind':'vm','name':'pc','at_end':'explode','request':{'disk':'4G','storage':'local-lvm'}}]",
      })
  void saysWhatWouldBeTaken(String field, String detail, String more) {
    var refused = book(ana, more.replace('\'', '"'));

    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.json().at("/errors/0/detail").asText()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extend|until|is missing: give the new end, or how many minutes later it is|{}",
        "extend|minutes|must be left out where until is given|{'until':'2027-03-01T13:00:00','minutes':5}",
        "extend|until|must be a date and time such as 2026-03-01T09:00:00Z or 2026-03-01T10:00:00+01:00|{'until':'tomorrow'}",
        "hand-over|person|is missing: give a person, a team or both|{}",
      })
  void saysOfAnActWhatIsMissingOrTooMuch(String act, String field, String detail, String body) {
    var path = book(ana, "").header("location");

    var refused = send(ana, "POST", path + "/" + act, body.replace('\'', '"'));

    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.json().get("errors")).hasSize(1);
    assertThat(refused.json().at("/errors/0/detail").asText()).isEqualTo(detail);
  }

  @Test
  void aSnapshotThatAGuestDoesNotHaveIsBlamedWhereItIsNamed() {
    var body = MORNING.formatted(",\"vmid\":100,\"at_start\":\"rollback:none\"");

    assertThat(send(olga, "POST", "/api/reservations", body).field()).isEqualTo("at_start");
  }

  @Test
  void otherClaimsShowNoNodeThatTheyDoNotName() {
    var path = book(ana, "").header("location");

    var changed = send(ana, "PATCH", path, "{\"claims\":[{\"node\":\"pve2\",\"cores\":1}]}");

    assertThat(changed.json().get("proxmox_node").asText()).isEqualTo("pve2");
  }
}
