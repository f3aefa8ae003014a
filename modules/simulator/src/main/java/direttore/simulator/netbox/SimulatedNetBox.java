package direttore.simulator.netbox;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import direttore.simulator.journal.Journal;
import direttore.simulator.netbox.api.NetBoxServer;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Origin;
import direttore.simulator.netbox.data.Transaction;
import direttore.simulator.netbox.model.Models;
import direttore.simulator.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A running simulated NetBox. */
public final class SimulatedNetBox implements AutoCloseable {
  private final NetBoxOptions options;
  private final Journal journal;
  private final NetBoxServer server;
  private final Faults faults;
  private final Traffic traffic;

  private SimulatedNetBox(
      NetBoxOptions options, Journal journal, NetBoxServer server, Faults faults, Traffic traffic) {
    this.options = options;
    this.journal = journal;
    this.server = server;
    this.faults = faults;
    this.traffic = traffic;
  }

  /**
   * Starts a NetBox and its API.
   *
   * @throws UncheckedIOException when the port is taken or the data folder cannot be used
   */
  public static SimulatedNetBox start(NetBoxOptions options) {
    var journal = journal(options.dataFolder());
    try {
      var database = Database.open(Models.read(), journal, Clock.systemUTC());
      furnish(database, options);
      var faults = new Faults();
      var traffic = new Traffic();
      var address = new InetSocketAddress(options.host(), options.port());
      var server = NetBoxServer.start(address, database, options.release(), faults, traffic);
      return new SimulatedNetBox(options, journal, server, faults, traffic);
    } catch (IOException e) {
      journal.close();
      throw new UncheckedIOException(
          "the simulated NetBox cannot listen on port %d: %s"
              .formatted(options.port(), e.getMessage()),
          e);
    }
  }

  private static Journal journal(@Nullable Path folder) {
    if (folder == null) {
      return Journal.none();
    }
    try {
      Files.createDirectories(folder);
      return Journal.open(folder.resolve("netbox.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated NetBox cannot use the folder " + folder, e);
    }
  }

  private static void furnish(Database database, NetBoxOptions options) {
    if (database.table("users.user").size() > 0) {
      return;
    }
    database.write(
        Origin.simulator(),
        transaction -> {
          admin(transaction, options.token());
          return true;
        });
    if (options.lab()) {
      new LabSeed(database, options.release()).plant();
    }
  }

  private static void admin(Transaction transaction, String token) {
    var models = transaction.database().models();
    var admin =
        transaction
            .create(models.type("users.user"))
            .with("username", TextNode.valueOf("admin"))
            .with("is_active", BooleanNode.TRUE)
            .with("is_superuser", BooleanNode.TRUE)
            .with("date_joined", TextNode.valueOf(transaction.now()));
    transaction.insert(admin);
    var dot = token.indexOf('.');
    var second = token.startsWith("nbt_") && dot > 0;
    var own =
        transaction
            .create(models.type("users.token"))
            .with("user", LongNode.valueOf(admin.id()))
            .with("version", IntNode.valueOf(second ? 2 : 1))
            .with("secret", TextNode.valueOf(second ? token.substring(dot + 1) : token))
            .with("enabled", BooleanNode.TRUE)
            .with("write_enabled", BooleanNode.TRUE)
            .with("allowed_ips", JsonNodeFactory.instance.arrayNode());
    transaction.insert(second ? own.with("key", TextNode.valueOf(token.substring(4, dot))) : own);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Its address: {@code http://127.0.0.1:8000}. */
  public String url() {
    return "http://%s:%d".formatted(options.host(), port());
  }

  /** The token of the superuser. */
  public String token() {
    return options.token();
  }

  /** Lets calls be struck; paths begin with {@code /api/}. */
  public void add(Fault fault) {
    faults.add(fault);
  }

  /** What goes wrong in it. */
  public Faults faults() {
    return faults;
  }

  /** What clients asked. */
  public Traffic traffic() {
    return traffic;
  }

  /** Stops as a power cut would. */
  @Override
  public void close() {
    server.close();
    journal.close();
  }
}
