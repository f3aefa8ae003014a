package direttore.app.settings;

import java.util.Arrays;
import java.util.Optional;

/** Each thing that can be set, by the name it has in the environment. */
public enum Setting {
  API_HOST("Address that the API listens on; a loopback one where nobody signs in"),
  API_PORT("Port of the API and its documentation; 0 takes any free port"),
  API_HOSTS(
      "Host names the API answers to besides localhost, separated by commas, as behind a proxy"),
  API_CORS_ORIGINS("Origins of other web pages that may use the API, separated by commas"),
  AUTH_MODE(
      "required: everybody signs in; none: everybody may do everything, for throw-away demos"),
  SESSION_IDLE_MINUTES("Minutes without use after which a session ends, 1 to 44640"),
  SESSION_HOURS("Hours after which a session ends in any case, 1 to 8784"),
  OIDC_ISSUER(
      "OpenID provider that people may sign in at, as https://host/path; unset: none. See"
          + " docs/openid-connect.md"),
  OIDC_NAME("What the provider is called on the sign-in page"),
  OIDC_CLIENT_ID("Id that the provider knows Direttore by"),
  OIDC_CLIENT_SECRET("Secret of OIDC_CLIENT_ID; unset: a public client", true),
  OIDC_SCOPES("What the provider is asked for, separated by blanks"),
  OIDC_NAME_CLAIM("The provider's claim that names somebody in lists"),
  OIDC_GROUPS_CLAIM(
      "The provider's claim with somebody's groups; realm_access.roles reaches into an object"),
  OIDC_ROLES(
      "What the provider's groups may do, as group=role, separated by commas; *=viewer is for all,"
          + " staff=operator@node:pve1 holds on one node (or tag, team)"),
  OIDC_TRUST_MINUTES(
      "Minutes for which the provider's word about somebody counts unless it says it again, 1 to"
          + " 44640; with a refresh token it is asked four times in them"),
  OIDC_TRUST_DAYS("The same in days, 1 to 366, which goes before OIDC_TRUST_MINUTES"),
  OIDC_PROMPT("What the provider shall show in any case: login, consent or select_account"),
  OIDC_ACR("Ways to prove who somebody is, one of which must have been used, separated by blanks"),
  OIDC_CA_FILE("PEM file of the authority that signed the provider's certificate"),
  USER_BRIDGES(
      "Bridges and VNets that users may plug guests into, separated by commas; *: all. Teams may"
          + " have lists of their own, operators are not bound"),
  USER_VLANS(
      "VLANs that users may give guests, as untagged, tags and ranges such as 100-199, separated by"
          + " commas; *: all"),
  USER_STORAGES("Storages that users may put guests on, separated by commas; *: all"),
  TIME_ZONE(
      "Zone of the lab, in which times without an offset are meant, such as Europe/Rome; unset: the"
          + " system's"),
  DATE_LOCALE(
      "Language in which dates are written in mails, such as en-GB or it; unset: the system's"),
  DIRETTORE_URL("Address under which people reach the web UI, for links in mails; unset: no links"),
  MAIL_HOST("Mail server (SMTP) through which people are warned; unset: no mail is sent"),
  MAIL_PORT("Port of MAIL_HOST, 1 to 65535"),
  MAIL_USER("User that MAIL_HOST knows Direttore by; unset: no sign-in"),
  MAIL_PASSWORD("Password of MAIL_USER", true),
  MAIL_TLS(
      "How mail is encrypted on its way to MAIL_HOST: starttls, tls (from the beginning) or none"),
  MAIL_FROM("Address that mail comes from, such as lab@school.example"),
  MAIL_CA_FILE("PEM file of the authority that signed the certificate of MAIL_HOST"),
  WEBHOOK_PRIVATE_ADDRESSES(
      "Whether webhooks may lead to addresses of private networks and of this machine"),
  API_HEADERS_KIB("Largest head of a request, in KiB, 8 to 256"),
  API_BODY_KIB("Largest body of a request that changes something, in KiB, 16 to 65536"),
  API_HEADERS_SECONDS("Seconds in which the head of a request must arrive, 1 to 300"),
  API_BODY_SECONDS("Seconds in which the body of a request must arrive, 1 to 3600"),
  API_CONNECTIONS("Connections to the API open at once, 16 to 100000"),
  API_CONNECTIONS_PER_CLIENT(
      "Connections of one client (an IPv4 address or an IPv6 /64 network) open at once, 4 to"
          + " 100000; event streams are counted apart"),
  API_ORDERS_PER_MINUTE("Requests that change something, of one client in a minute, 1 to 1000000"),
  API_REFUSALS_PER_MINUTE(
      "Requests for what is unknown or forbidden, of one client in a minute, before it must wait,"
          + " 1 to 1000000"),
  TRUSTED_PROXIES(
      "Reverse proxies whose X-Forwarded-For or Forwarded tells the client's address, as addresses"
          + " or networks such as 10.0.0.0/8, separated by commas"),
  DIRETTORE_TLS_CERT(
      "PEM file with the API's certificate and those of its authorities, for HTTPS; read again when"
          + " it changes"),
  DIRETTORE_TLS_KEY("PEM file with the key of DIRETTORE_TLS_CERT, without password"),
  DASHBOARD_PORT("Port of JobRunr's dashboard, on loopback; 0 takes any free port"),
  DATA_DIR("Folder of everything that the program keeps"),
  SECRET_KEY_FILE("File with the key that stored secrets are encrypted with; made when absent"),
  DATABASE_URL(
      "PostgreSQL to use, as postgresql://host:port/database or jdbc:postgresql:…; unset: an"
          + " embedded PostgreSQL 18 in DATA_DIR"),
  DATABASE_USER("User of DATABASE_URL, when the address does not name one"),
  DATABASE_PASSWORD("Password of DATABASE_URL, when the address does not hold one", true),
  PROXMOX_HOST(
      "Hosts of one Proxmox VE cluster, as host or host:port, separated by commas; unset: the"
          + " simulated cluster"),
  PROXMOX_USER("Proxmox user for sign-in by ticket, as user@realm"),
  PROXMOX_PASSWORD("Password of PROXMOX_USER", true),
  PROXMOX_TOKEN_ID("Proxmox API token, as user@realm!name; preferred to a password"),
  PROXMOX_TOKEN_SECRET("Secret of PROXMOX_TOKEN_ID, a UUID", true),
  PROXMOX_VERIFY_SSL("Whether Proxmox's certificate is checked"),
  PROXMOX_TLS_FINGERPRINT(
      "SHA-256 fingerprint that Proxmox's certificate must have; one per host, separated by"
          + " commas"),
  PROXMOX_CA_FILE("PEM file of the authority that signed Proxmox's certificate"),
  PROXMOX_CONNECT_SECONDS("Seconds in which a connection to Proxmox must be made, 1 to 60"),
  PROXMOX_READ_SECONDS(
      "Seconds that Proxmox may take to answer when it is read, 1 to 600; 8 at most where another"
          + " host can be asked instead"),
  PROXMOX_WRITE_SECONDS(
      "Seconds that Proxmox may take to answer an order, 31 to 600; Proxmox itself gives up after"
          + " 30"),
  PROXMOX_MOCK("Whether to use the simulated cluster although PROXMOX_HOST is set"),
  NETBOX_URL(
      "Address of NetBox, such as https://netbox.example; unset: the simulated one beside the"
          + " simulated cluster, and none beside a real one"),
  NETBOX_TOKEN("API token of NetBox that may see what is shown, and its change log", true),
  NETBOX_WRITE(
      "Whether addresses are taken of NetBox and guests recorded in it; unset: only in the simulated"
          + " one"),
  NETBOX_CLUSTER(
      "Name of the cluster in NetBox that guests are recorded in; unset: that of Proxmox's cluster"),
  NETBOX_TLS_FINGERPRINT("SHA-256 fingerprint that NetBox's certificate must have"),
  NETBOX_CA_FILE("PEM file of the authority that signed NetBox's certificate"),
  SIMULATOR_PORT("Port of the simulated Proxmox VE, on loopback; 0 takes any free port"),
  SIMULATOR_NETBOX_PORT("Port of the simulated NetBox, on loopback; 0 takes any free port"),
  SIMULATOR_NODES("Nodes of a newly made simulated cluster, 1 to 32"),
  SIMULATOR_GUESTS("Guests of a newly made simulated cluster, 0 to 20000; at least a dozen"),
  SIMULATOR_TASK_SECONDS(
      "Seconds that making a simulated guest takes, 0 to 3600; other tasks in proportion"),
  SIMULATOR_SEED("Seed of the simulated figures: same seed, same cluster"),
  PROTECTED_VMIDS(
      "Guests that are never stopped, rebooted or deleted from here, such as the one that Direttore"
          + " runs in"),
  CPU_OVERCOMMIT(
      "Virtual processors that may be promised for each processor of a node, 0.1 to 100"),
  MEMORY_OVERCOMMIT(
      "Memory that may be promised to guests, as a multiple of the node's, 0.1 to 100"),
  VMID_RANGE("VMIDs that the server may choose from, as first-last"),
  WORKER_THREADS("Operations that one worker carries out at once, 1 to 10000; they mostly wait"),
  CLONES_PER_SOURCE("Clones of one template at once, 1 to 64"),
  OPERATIONS_DAYS("Days for which operations are kept once they have ended, 1 to 36500"),
  AUDIT_DAYS("Days for which the audit is kept, 30 to 36500"),
  JOBS_HOURS("Hours for which JobRunr keeps its jobs once they are done, 1 to 8784");

  private final String meaning;
  private final boolean secret;

  Setting(String meaning) {
    this(meaning, false);
  }

  Setting(String meaning, boolean secret) {
    this.meaning = meaning;
    this.secret = secret;
  }

  /** One phrase for the settings table. */
  public String meaning() {
    return meaning;
  }

  /** Whether the value must never be shown; such a setting can also come from a file. */
  public boolean isSecret() {
    return secret;
  }

  static Optional<Setting> named(String name) {
    return Arrays.stream(values()).filter(setting -> setting.name().equals(name)).findFirst();
  }
}
