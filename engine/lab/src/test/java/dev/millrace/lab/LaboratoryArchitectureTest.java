package dev.millrace.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/// The rules of the laboratory, as far as a machine can hold them.
class LaboratoryArchitectureTest {

    private static final String LAB = "dev.millrace.lab";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(LAB);

    @Test
    void theLaboratoryKnowsNoScreen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "javax.swing..", "dev.millrace.app..", "dev.millrace.cli..")
                .because("the desktop and the command line are its guests")
                .check(CLASSES);
    }

    @Test
    void onlyChartsDraw() {
        noClasses()
                .that()
                .resideOutsideOfPackage(LAB + ".chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "org.jfree..", "org.apache.batik..")
                .because("figures are looked at in other ways too")
                .check(CLASSES);
    }

    @Test
    void onlyMeasuringStartsPrograms() {
        noClasses()
                .that()
                .resideOutsideOfPackage(LAB + ".measure..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .because("what is started is ended in one place")
                .check(CLASSES);
    }

    @Test
    void statisticsKnowNumbersOnly() {
        classes()
                .that()
                .resideInAPackage(LAB + ".statistics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        LAB + ".statistics..",
                        "dev.millrace.engine.stats..",
                        "org.apache.commons.statistics..",
                        "org.jspecify..")
                .because("formulas are tested on their own")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(LAB + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("two benchmarks must not meet in a variable")
                .check(CLASSES);
    }
}
