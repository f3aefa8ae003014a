package direttore.proxmox.transport;

import java.time.Duration;

/**
 * One request to the API.
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

  @Override
  public String toString() {
    return verb + " " + path;
  }
}
