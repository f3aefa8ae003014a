package direttore.store;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Brings the database to the shape that this version needs. */
public final class Schema {
  /** In the order they are applied. A list, because a module's folders cannot be searched. */
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__operations.sql",
          "V2__retries.sql",
          "V3__access.sql",
          "V4__quotas.sql",
          "V5__known_addresses.sql",
          "V6__openid.sql",
          "V7__worker_heartbeat.sql",
          "V8__database_facts.sql",
          "V9__indexes_and_retention.sql",
          "V10__audit_endings.sql",
          "V11__births.sql",
          "V12__allowances.sql",
          "V13__provider_groups.sql",
          "V14__silent_workers.sql",
          "V15__terms.sql",
          "V18__sessions_and_people_that_end.sql",
          "V19__audit_endings_go_with_their_entries.sql",
          "V20__events_after_the_commit.sql",
          "V21__subjects.sql",
          "V22__duties.sql",
          "V23__displaced_owners.sql",
          "V24__holdings.sql",
          "V25__clusters.sql",
          "V26__groups.sql",
          "V27__secrets.sql",
          "V28__reservations.sql",
          "V29__fences.sql",
          "V30__policies_and_approvals.sql",
          "V31__waiting.sql",
          "V32__limits.sql",
          "V33__notices.sql",
          "V34__series_edited.sql",
          "V35__care_of_guests.sql",
          "V36__decisions_in_one_statement.sql",
          "V37__since_when_parts_are_so.sql",
          "V38__many_changed_reservations.sql",
          "V39__waiting_weights.sql",
          "V40__check_in.sql",
          "V41__notices_with_reasons.sql",
          "V42__decisions_about_what_changes.sql",
          "V43__history_of_reservations.sql",
          "V44__who_did_it_and_who_was_told.sql",
          "V45__notices_of_decisions.sql",
          "V46__inventory.sql",
          "V47__allocations.sql",
          "V48__resources_of_the_inventory.sql",
          "V49__guest_records.sql",
          "V50__addresses_of_reservations.sql");

  private Schema() {}

  /**
   * Applies what is missing; safe when several processes do it at once. Throws {@link
   * UnfitDatabase} where the database cannot be worked with.
   */
  public static void migrate(Database database) {
    fitness(database).require();
    try {
      steps(database).load().migrate();
    } catch (FlywayException e) {
      throw new UnfitDatabase(
          "The database %s could not be brought to this version's schema: %s."
              .formatted(database.name(), root(e)),
          e);
    }
  }

  /** Whether the database can be worked with, with all that the migrations make. */
  static Fitness fitness(Database database) {
    return new Fitness(database, newest(), tables());
  }

  /** The tables and views of this version. */
  static Set<String> tables() {
    return MadeTables.of(MIGRATIONS.stream().map(Schema::text).toList());
  }

  /** The way from any version to this one. */
  static FluentConfiguration steps(Database database) {
    return Flyway.configure()
        .dataSource(database.unhurried())
        .resourceProvider(new Migrations())
        .loggers("slf4j");
  }

  private static String root(Throwable failure) {
    var root = failure;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  private static int newest() {
    return MIGRATIONS.stream()
        .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('_'))))
        .max()
        .orElseThrow();
  }

  private static String text(String name) {
    try (var in = Schema.class.getResourceAsStream("migration/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Migrations implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return MIGRATIONS.contains(name) ? new Migration(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return MIGRATIONS.stream()
          .filter(name -> name.startsWith(prefix))
          .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Migration::new)
          .toList();
    }
  }

  private static final class Migration extends LoadableResource {
    private final String name;

    private Migration(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new StringReader(text(name));
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
