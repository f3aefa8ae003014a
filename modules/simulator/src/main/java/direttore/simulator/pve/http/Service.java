package direttore.simulator.pve.http;

/** What answers requests; it judges the head before the body is read, as Proxmox VE does. */
public interface Service {

  /** Judges a request by its head. */
  Admission admit(RequestHead head) throws InterruptedException;

  /** The verdict on a head. */
  sealed interface Admission {}

  /** The request ends here. */
  record Refused(Response response) implements Admission {}

  /** The body may come. */
  record Admitted(Exchange exchange) implements Admission {}

  /** An admitted request. */
  interface Exchange {

    /** Carries the request out. */
    Response answer(byte[] body) throws InterruptedException;
  }
}
