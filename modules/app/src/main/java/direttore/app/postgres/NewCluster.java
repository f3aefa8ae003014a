package direttore.app.postgres;

import direttore.app.data.FileTree;
import direttore.app.start.StartRefusal.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes a database folder; it appears under its name only when it is complete. */
final class NewCluster {
  private final PostgresPrograms programs;
  private final Path passwordFile;

  NewCluster(PostgresPrograms programs, Path passwordFile) {
    this.programs = programs;
    this.passwordFile = passwordFile;
  }

  /** The folder belongs to {@code owner}, who has a database of the same name. */
  void create(Path cluster, String owner) throws IOException {
    var work = cluster.resolveSibling(cluster.getFileName() + ".new");
    FileTree.delete(work);
    require(
        programs.run(
            "",
            "initdb",
            List.of(
                "--pgdata=" + work,
                "--username=" + owner,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions")));
    require(
        programs.run(
            "CREATE DATABASE " + owner + "\n",
            "postgres",
            List.of("--single", "-D", work.toString(), "postgres")));
    Files.move(work, cluster);
  }

  private static void require(PostgresPrograms.Outcome outcome) {
    if (!outcome.isSuccess()) {
      throw new Broken(
          "PostgreSQL's data folder cannot be made: %s".formatted(outcome.output()), null);
    }
  }
}
