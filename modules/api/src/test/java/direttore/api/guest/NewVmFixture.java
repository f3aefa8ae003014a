package direttore.api.guest;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.guest.NewVm;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import org.junit.jupiter.api.AfterEach;

/** An API that takes orders of new VMs, and what it makes of them. */
abstract class NewVmFixture {
  static final String PATH = "/api/proxmox/nodes/pve1/vms";

  final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  Answer post(String json) {
    return api.client().post(PATH, json, "Prefer", "wait=0");
  }

  /** A right body with one more field, or one replaced. */
  Answer postWith(String field) {
    var name = field.startsWith("\"name\"") ? "" : "\"name\":\"vm\",";
    var disk = field.startsWith("\"disk\"") ? "" : "\"disk\":\"8G\",";
    var storage = field.startsWith("\"storage\"") ? "" : "\"storage\":\"local-lvm\",";
    return post("{" + name + disk + storage + field + "}");
  }

  NewVm ordered() {
    return ((GuestAction.CreateVm) GuestOrder.action(api.operations.only())).vm();
  }
}
