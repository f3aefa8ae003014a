package direttore.proxmox;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void featuresDoNotFormCycles() {
    var classes = new ClassFileImporter().importPackages("direttore.proxmox");
    slices().matching("direttore.proxmox.(*)..").should().beFreeOfCycles().check(classes);
  }
}
