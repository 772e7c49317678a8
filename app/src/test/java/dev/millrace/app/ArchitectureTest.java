package dev.millrace.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import dev.millrace.app.background.ScreenThread;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;

/// Rules of the workbench.
@AnalyzeClasses(packages = "dev.millrace.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule viewModelsSeeNoSceneGraph =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .or()
                    .haveSimpleNameEndingWith("Form")
                    .or()
                    .haveSimpleNameEndingWith("Input")
                    .or()
                    .haveSimpleNameEndingWith("Choices")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..");

    @ArchTest
    static final ArchRule onlyTheRunFeedHasATimer =
            classes().that().areAssignableTo(AnimationTimer.class).should().haveSimpleName("RunPulse");

    @ArchTest
    static final ArchRule onlyTheBridgeCallsRunLater =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ScreenThread.class.getName())
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule filesAreReadByTheEngine =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.commons.csv..", "org.apache.parquet..", "tools.jackson..");

    @ArchTest
    static final ArchRule theCommandLineStartsWithoutJavaFx =
            noClasses()
                    .that()
                    .haveSimpleName("Main")
                    .or()
                    .haveSimpleName("GuiCommand")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..")
                    .orShould()
                    .beAssignableTo(Application.class);

    /// A list made at every call would be collected, with the listeners that were added to it.
    @ArchTest
    static final ArchRule listsToLookAtAreMadeOnce =
            noClasses()
                    .should()
                    .callCodeUnitWhere(
                            describe(
                                    "a method makes an unmodifiable list",
                                    (JavaCall<?> call) ->
                                            call.getOrigin() instanceof JavaMethod
                                                    && call.getTargetOwner().isEquivalentTo(FXCollections.class)
                                                    && call.getName().startsWith("unmodifiable")));

    @ArchTest static final ArchRule noCycles = slices().matching("dev.millrace.app.(*)..").should().beFreeOfCycles();
}
