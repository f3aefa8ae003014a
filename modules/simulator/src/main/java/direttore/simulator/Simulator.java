package direttore.simulator;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.fault.Faults;
import direttore.simulator.pve.Cluster;
import direttore.simulator.pve.certificate.Certificate;
import direttore.simulator.pve.http.HttpServer;
import direttore.simulator.pve.http.Limits;
import direttore.simulator.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;

/** A running simulated Proxmox VE cluster. */
public final class Simulator implements AutoCloseable {
  private static final int REQUESTS_PER_CONNECTION = 100;

  private final SimulatorOptions options;
  private final Certificate certificate;
  private final Cluster cluster;
  private final HttpServer server;

  private Simulator(
      SimulatorOptions options, Certificate certificate, Cluster cluster, HttpServer server) {
    this.options = options;
    this.certificate = certificate;
    this.cluster = cluster;
    this.server = server;
  }

  /**
   * Starts a cluster and its API.
   *
   * @throws UncheckedIOException when the port is taken or the data folder cannot be used
   */
  public static Simulator start(SimulatorOptions options) {
    try {
      var folder = options.dataFolder();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      var certificate =
          folder == null
              ? Certificate.ofThisProcess()
              : Certificate.at(folder.resolve("certificate.p12"));
      var cluster = Cluster.open(settings(options, certificate));
      var server =
          HttpServer.start(
              new InetSocketAddress(options.host(), options.port()),
              certificate.context(),
              cluster.service(),
              new Limits(options.idleLimit(), REQUESTS_PER_CONNECTION),
              Clock.systemUTC());
      return new Simulator(options, certificate, cluster, server);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the simulator cannot listen on port " + options.port() + ": " + e.getMessage(), e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** The address of the API: {@code https://127.0.0.1:8006}. */
  public String url() {
    return "https://%s:%d".formatted(options.host(), port());
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
    return options.rootPassword();
  }

  /** The token of root as the header carries it: {@code root@pam!direttore=SECRET}. */
  public String apiToken() {
    return "root@pam!direttore=" + options.tokenSecret();
  }

  /** The clock by which its tasks run. */
  public TaskClock clock() {
    return options.clock();
  }

  /** What goes wrong in it. */
  public Faults faults() {
    return cluster.faults();
  }

  /** What clients asked. */
  public Traffic traffic() {
    return cluster.traffic();
  }

  /** Stops as a power cut would: running tasks are killed ones at the next start. */
  @Override
  public void close() {
    server.close();
    cluster.close();
  }

  private static Cluster.Settings settings(SimulatorOptions options, Certificate certificate) {
    return new Cluster.Settings(
        options.nodes(),
        options.guests(),
        options.task(),
        options.seed(),
        options.dataFolder(),
        options.clock(),
        options.lag(),
        options.rootPassword(),
        options.tokenSecret(),
        options.unauthorizedDelay(),
        options.proxyLimit(),
        certificate.fingerprint(),
        certificate.pem(),
        options.release());
  }
}
