package direttore.simulator.pve;

import direttore.simulator.control.Control;
import direttore.simulator.pve.access.AccessDenied;
import direttore.simulator.pve.api.CallerHeaders;
import direttore.simulator.pve.http.RequestHead;
import direttore.simulator.pve.http.Response;
import direttore.simulator.pve.http.Service;
import java.nio.charset.StandardCharsets;

/** The switches for root@pam and his tokens; everything else is passed on. */
record PveControl(Service others, CallerHeaders credentials, Control control) implements Service {

  @Override
  public Admission admit(RequestHead head) throws InterruptedException {
    if (!head.path().startsWith(Control.PATH)) {
      return others.admit(head);
    }
    try {
      return credentials.caller(head).userid().equals("root@pam")
          ? new Admitted(body -> response(control.answer(head.method(), head.path(), body)))
          : new Refused(Response.bare(403, "only root@pam may use the switches"));
    } catch (AccessDenied e) {
      return new Refused(Response.bare(e.status(), e.message()));
    }
  }

  private static Response response(Control.Answer answer) {
    var document = answer.document().getBytes(StandardCharsets.UTF_8);
    return document.length == 0
        ? Response.bare(answer.status(), answer.reason())
        : Response.json(answer.status(), answer.reason(), document);
  }
}
