package direttore.simulator.pve;

import direttore.simulator.certificate.ServerCertificate;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.http.ConnectionLimits;
import direttore.simulator.pve.http.HttpServer;
import direttore.simulator.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A running simulated Proxmox VE cluster. */
public final class PveSimulator implements AutoCloseable {
  private static final int REQUESTS_PER_CONNECTION = 100;
  private static final int NODES_NAMED = 32;

  private final PveOptions options;
  private final ServerCertificate certificate;
  private final Cluster cluster;
  private final List<HttpServer> servers;

  private PveSimulator(
      PveOptions options,
      ServerCertificate certificate,
      Cluster cluster,
      List<HttpServer> servers) {
    this.options = options;
    this.certificate = certificate;
    this.cluster = cluster;
    this.servers = servers;
  }

  /**
   * Starts a cluster and its API.
   *
   * @throws UncheckedIOException when a port is taken or the data folder cannot be used
   */
  public static PveSimulator start(PveOptions options) {
    var certificate = certificate(options);
    var cluster = Cluster.open(options, certificate);
    var simulator = new PveSimulator(options, certificate, cluster, new ArrayList<>());
    try {
      simulator.listen();
      return simulator;
    } catch (IOException e) {
      simulator.close();
      throw new UncheckedIOException(
          "the simulator cannot listen on port %d: %s"
              .formatted(options.address().port(), e.getMessage()),
          e);
    }
  }

  private void listen() throws IOException {
    var address = options.address();
    var tls = certificate.context();
    var limits = new ConnectionLimits(options.timing().idle(), REQUESTS_PER_CONNECTION);
    for (var i = 0; i < address.entries(); i++) {
      var port = address.port() == 0 ? 0 : address.port() + i;
      var service =
          address.entries() == 1
              ? cluster.service()
              : new NodeEntry("pve" + (i + 1), cluster.service(), cluster.faults());
      var socket = new InetSocketAddress(address.host(), port);
      servers.add(HttpServer.start(socket, tls, service, limits, Clock.systemUTC()));
    }
  }

  /** The port that it listens on, the first where there are several. */
  public int port() {
    return servers.getFirst().port();
  }

  /** The address of the API: {@code https://127.0.0.1:8006}. */
  public String url() {
    return urls().getFirst();
  }

  /** The address of each entry, in the order of the nodes. */
  public List<String> urls() {
    return servers.stream()
        .map(s -> "https://%s:%d".formatted(options.address().host(), s.port()))
        .toList();
  }

  /** The SHA-256 fingerprint of its certificate, {@code A8:B3:...}. */
  public String certificateFingerprint() {
    return certificate.fingerprint();
  }

  /** Its certificate in PEM form. */
  public String certificatePem() {
    return certificate.pem();
  }

  /** The password of root@pam. */
  public String rootPassword() {
    return options.root().password();
  }

  /** The token of root as the header carries it: {@code root@pam!direttore=SECRET}. */
  public String apiToken() {
    return "root@pam!direttore=" + options.root().tokenSecret();
  }

  /** The clock by which its tasks run. */
  public TaskClock clock() {
    return options.clock();
  }

  /** What goes wrong in it. */
  public PveFaults faults() {
    return cluster.faults();
  }

  /** What clients asked. */
  public Traffic traffic() {
    return cluster.traffic();
  }

  /** Stops as a power cut would: running tasks are killed ones at the next start. */
  @Override
  public void close() {
    servers.forEach(HttpServer::close);
    cluster.close();
  }

  private static ServerCertificate certificate(PveOptions options) {
    var folder = options.dataFolder();
    if (folder == null) {
      return ServerCertificate.ofThisProcess(subject());
    }
    try {
      Files.createDirectories(folder);
      return ServerCertificate.at(folder.resolve("certificate.p12"), subject());
    } catch (IOException e) {
      throw new UncheckedIOException("the simulator cannot use the folder " + folder, e);
    }
  }

  private static ServerCertificate.Subject subject() {
    var hosts = new ArrayList<>(List.of("localhost"));
    IntStream.rangeClosed(1, NODES_NAMED).forEach(n -> hosts.add("pve" + n));
    return new ServerCertificate.Subject("pve", "Proxmox Virtual Environment", hosts);
  }
}
