package direttore.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses classes = new ClassFileImporter().importPackages("direttore.worker");

  @Test
  void featuresDoNotFormCycles() {
    slices().matching("direttore.worker.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theEngineKnowsNothingOfGuestsAndProxmox() {
    noClasses()
        .that()
        .resideInAPackage("direttore.worker.operation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "direttore.domain.cluster..",
            "direttore.domain.guest..",
            "direttore.domain.guestorder..",
            "direttore.domain.hypervisor..",
            "direttore.domain.node..",
            "direttore.domain.provision..",
            "direttore.domain.task..",
            "direttore.worker.guestorder..",
            "direttore.worker.task..")
        .check(classes);
  }
}
