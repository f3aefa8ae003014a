package direttore.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final String SYSTEMS = "direttore.simulator.pve..";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("direttore.simulator");

  @Test
  void keepsItsPackagesFreeOfCycles() {
    slices().matching("direttore.simulator.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void keepsTheKernelFromKnowingAnySystem() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SYSTEMS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SYSTEMS)
        .check(CLASSES);
  }
}
