package direttore.api.guard;

/**
 * Bytes that must not be taken for what they pretend.
 *
 * @param name tells them apart
 * @param text one character for each byte
 */
record HostileCase(String name, String text) {
  static final String STOP = "/api/proxmox/nodes/pve1/vms/100/stop";

  /** Stops a machine when anything takes it for a request. */
  static final String CANARY =
      String.join(
          "\r\n",
          "POST /api/proxmox/nodes/pve1/vms/101/start HTTP/1.1",
          "Host: localhost",
          "X-Request-Id: canary",
          "Content-Length: 0",
          "\r\n");

  @Override
  public String toString() {
    return name;
  }

  static String readable(String text) {
    var shown = new StringBuilder();
    text.chars()
        .limit(70)
        .forEach(c -> {
          if (c >= 0x20 && c < 0x7f) {
            shown.append((char) c);
          } else {
            shown.append("<%02x>".formatted(c));
          }
        });
    return text.length() > 70 ? shown + "…" + text.length() : shown.toString();
  }
}
