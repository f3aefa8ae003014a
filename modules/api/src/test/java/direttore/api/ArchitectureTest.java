package direttore.api;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void featuresDoNotFormCycles() {
    var classes = new ClassFileImporter().importPackages("direttore.api");

    slices().matching("direttore.api.(*)..").should().beFreeOfCycles().check(classes);
  }
}
