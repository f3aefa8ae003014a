package direttore.worker;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void featuresDoNotFormCycles() {
    var classes = new ClassFileImporter().importPackages("direttore.worker");

    slices().matching("direttore.worker.(*)..").should().beFreeOfCycles().check(classes);
  }
}
