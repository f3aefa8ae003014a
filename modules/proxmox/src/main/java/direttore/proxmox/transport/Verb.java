package direttore.proxmox.transport;

/** The methods that pveproxy knows; any other is answered with 501. */
public enum Verb {
  GET,
  POST,
  PUT,
  DELETE;

  /** Whether it changes something, so that it must not be repeated blindly. */
  public boolean writes() {
    return this != GET;
  }

  /** Whether parameters travel in the body; pveproxy refuses a body on the others. */
  boolean carriesBody() {
    return this == POST || this == PUT;
  }
}
