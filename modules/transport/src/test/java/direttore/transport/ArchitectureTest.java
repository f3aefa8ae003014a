package direttore.transport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void knowsNoneOfTheSystems() {
    var imported =
        new ClassFileImporter(List.of(new DoNotIncludeTests()))
            .importPackages("direttore.transport");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "direttore.transport",
            "direttore.domain.time",
            "io.helidon..",
            "java..",
            "javax.net..",
            "org.jspecify..")
        .check(imported);
  }
}
