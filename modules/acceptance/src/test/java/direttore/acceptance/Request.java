package direttore.acceptance;

import direttore.domain.guest.VmId;
import direttore.simulator.traffic.Answered;
import java.util.regex.Pattern;

/**
 * A kind of request to Proxmox, whatever guest and task it is about.
 *
 * @param form the path with {@code {vmid}} and {@code {task}} in it
 */
record Request(String method, String form) {
  private static final Pattern TASK = Pattern.compile("/tasks/UPID[^/]*");

  static Request of(Answered answered, VmId guest) {
    var path = TASK.matcher(answered.path()).replaceAll("/tasks/{task}");
    return new Request(
        answered.method(), path.replaceAll("/%s(?=/|$)".formatted(guest), "/{vmid}"));
  }

  boolean changes() {
    return !method.equals("GET");
  }

  boolean looksAfterTask() {
    return form.endsWith("/tasks") || form.contains("/tasks/");
  }

  /** Whether its path tells whose guest it is about. */
  boolean tellsGuest() {
    return form.contains("{vmid}") || form.contains("{task}");
  }

  /** A regular expression over its path where it is about that guest. */
  String path(VmId guest) {
    return form.replace("{vmid}", guest.toString())
        .replace("{task}", "UPID[^/]*:%s:[^/]*".formatted(guest));
  }

  @Override
  public String toString() {
    return method + " " + form;
  }
}
