package direttore.store.access;

import direttore.domain.access.Client;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.operation.Operation;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.operation.PgOperations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database of its own, where people can be added. */
public abstract class PgAccessFixture {
  protected static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  protected static final Client CLIENT = new Client("192.0.2.7", "test");

  protected Database database;
  protected PgPeople people;

  @BeforeEach
  protected void open() {
    database = TestDatabase.migrated();
    people = new PgPeople(database, CLOCK, UUID::randomUUID);
  }

  @AfterEach
  protected void close() {
    database.close();
  }

  protected Person add(String name, Grant... grants) {
    return people.add(new PersonName(name), name, List.of(grants), Set.of());
  }

  protected static void end(PgOperations operations, Operation operation) {
    var running = operations.claim(operation.id(), 1).orElseThrow();
    operations.note(running.succeeded(NOW));
  }
}
