package direttore.proxmox.transport;

import direttore.transport.HostRequest;
import java.time.Duration;
import java.util.Map;

/**
 * One request to the API. pveproxy splits forms at {@code &} and {@code ;} and cuts values at a raw
 * {@code =}, so none of them may stand bare.
 *
 * @param patience how long the whole exchange may take once connected
 */
public record Call(Verb verb, ApiPath path, Parameters parameters, Duration patience) {

  /** The request line's target: the path, and the parameters where the body cannot carry them. */
  String target() {
    return verb.carriesBody() || parameters.isEmpty()
        ? path.encoded()
        : path.encoded() + "?" + parameters.encoded();
  }

  HostRequest with(Map<String, String> headers) {
    var body =
        verb.carriesBody()
            ? new HostRequest.Body("application/x-www-form-urlencoded", parameters.encoded())
            : null;
    return new HostRequest(verb.name(), target(), headers, body, verb.writes(), patience);
  }

  @Override
  public String toString() {
    return verb + " " + path;
  }
}
