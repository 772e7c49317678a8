package dev.millrace.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Transform;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/// The rules of the house, as far as a machine can hold them.
class EngineArchitectureTest {

    private static final Set<String> MAKES_THREADS = Set.of("<init>", "ofPlatform", "ofVirtual", "startVirtualThread");

    /// Of the output folder: its files, its journal and its lock.
    private static final Set<String> WRITERS = Set.of("StagedFile", "Journal", "OutputLock");

    private static final String ENGINE = "dev.millrace.engine";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ENGINE);
    private static final Set<String> READS =
            Set.of(
                    "newInputStream",
                    "newBufferedReader",
                    "newByteChannel",
                    "lines",
                    "readString",
                    "readAllLines",
                    "readAllBytes");
    private static final Set<String> WRITES =
            Set.of(
                    "newOutputStream",
                    "newBufferedWriter",
                    "newByteChannel",
                    "write",
                    "writeString",
                    "copy",
                    "createFile");
    private static final Set<String> OPTIONS = Set.of("WRITE", "APPEND", "CREATE", "CREATE_NEW", "TRUNCATE_EXISTING");
    private static final Set<String> RENAMES = Set.of("move", "delete", "deleteIfExists");

    @Test
    void theEngineKnowsNoScreen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "java.awt..", "javax.swing..", "dev.millrace.app..", "dev.millrace.cli..")
                .because("the engine runs on servers, and the desktop and the command line are its guests")
                .check(CLASSES);
    }

    @Test
    void statisticsKnowNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".stats..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ENGINE + "..")
                                .and(
                                        describe(
                                                "are not statistics",
                                                type -> !type.getPackageName().startsWith(ENGINE + ".stats"))))
                .because("numbers, categories and orders are of use on their own and are tested on their own")
                .check(CLASSES);
    }

    @Test
    void textKnowsNoStrategies() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE + ".strategy..", ENGINE + ".run..", ENGINE + ".plan..", ENGINE + ".recipe..")
                .because("a format reads and writes; what happens between is none of its business")
                .check(CLASSES);
    }

    @Test
    void strategiesDoNotKnowEachOther() {
        slices().matching(ENGINE + ".strategy.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a strategy is added or removed without touching another")
                .check(CLASSES);
    }

    @Test
    void strategiesKnowNoFilesThreadsOrRuns() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".strategy..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.nio.file..")
                                .or(resideInAPackage("java.nio.channels.."))
                                .or(resideInAPackage("java.util.concurrent.."))
                                .or(resideInAPackage(ENGINE + ".run.."))
                                .or(belongToAnyOf(File.class, Thread.class)))
                .because("a strategy is arithmetic: the engine decides where its data are and who works on them")
                .check(CLASSES);
    }

    @Test
    void recipesAndPlansOpenNoData() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINE + ".recipe..", ENGINE + ".plan..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.nio.channels..")
                                .or(belongToAnyOf(FileInputStream.class, FileReader.class, RandomAccessFile.class)))
                .orShould()
                .callMethodWhere(
                        call(
                                "reads a file that is no part of a recipe",
                                Files.class,
                                READS,
                                "RecipeReader",
                                "SettingFiles"))
                .because("planning shows what a run would do before anything is read")
                .check(CLASSES);
    }

    @Test
    void onlyRunsMakeThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + ".run..")
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(Thread.Builder.class, Executors.class, ExecutorService.class, ForkJoinPool.class))
                .orShould()
                .callCodeUnitWhere(
                        describe(
                                "a thread is made",
                                call ->
                                        call.getTargetOwner().isAssignableTo(Thread.class)
                                                && MAKES_THREADS.contains(call.getName())))
                .because("workers are counted, named, cancelled and joined in one place")
                .check(CLASSES);
    }

    @Test
    void oneClassRenamesAndDeletes() {
        noClasses()
                .should()
                .callMethodWhere(call("renames or deletes a file", Files.class, RENAMES, "EntryChange"))
                .because("what may happen to files of the user is decided in one place")
                .check(CLASSES);
    }

    @Test
    void onlyTheOutputFolderAndItsFilesWrite() {
        noClasses()
                .should()
                .callMethodWhere(call("writes a file", Files.class, WRITES, "OutputFolder", "StagedFile"))
                .orShould()
                .accessTargetWhere(
                        describe(
                                "opens a file for writing",
                                access ->
                                        access.getTargetOwner().isEquivalentTo(StandardOpenOption.class)
                                                && OPTIONS.contains(access.getTarget().getName())
                                                && !WRITERS.contains(access.getOriginOwner().getSimpleName())))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(FileOutputStream.class, FileWriter.class, RandomAccessFile.class))
                .because("every file is written under a temporary name and gets its final one when all are whole")
                .check(CLASSES);
    }

    @Test
    void nothingIsMadeOfWhatAFileNames() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(ObjectInputStream.class, ObjectInputFilter.class, ServiceLoader.class)
                                .or(resideInAnyPackage("javax.script..", "javax.xml..", "java.beans..", "java.rmi..")))
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(ClassLoader.class, "loadClass", String.class)
                .because(
                        "data, recipes and artifacts are data: no class is loaded and no code is run by a name in them")
                .check(CLASSES);
    }

    @Test
    void nobodyCallsAnybody() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net..", "javax.net..", "com.sun.net..")
                                .or(
                                        belongToAnyOf(
                                                SocketChannel.class,
                                                ServerSocketChannel.class,
                                                DatagramChannel.class,
                                                ProcessBuilder.class,
                                                Process.class)))
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("a run reads its dataset and writes its output; it opens no port, and starts no program")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ENGINE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("each package can be read and tested with those below it only")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsOrExits() {
        noClasses()
                .should()
                .accessTargetWhere(
                        JavaAccess.Predicates.target(
                                describe(
                                        "System.out or System.err",
                                        target ->
                                                target.getOwner().isEquivalentTo(System.class)
                                                        && Set.of("out", "err").contains(target.getName()))))
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat(belongToAnyOf(PrintStream.class))
                .because("the engine tells what happens in events and results; who prints is the command line")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Manager|Helper|Impl|Misc|Common)")
                .because("such a name says nothing; name the thing, or the verb")
                .check(CLASSES);
        noFields()
                .should()
                .haveNameMatching("(?i).*(utils?|manager|helper|impl)")
                .because("such a name says nothing; name the thing")
                .check(CLASSES);
    }

    @Test
    void eventsAndSummariesAreRecords() {
        classes()
                .that()
                .areAssignableTo(RunEvent.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("events cross threads and are written as they are")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameEndingWith("Summary")
                .should()
                .beRecords()
                .because("summaries of shards are merged by other threads than made them")
                .check(CLASSES);
        classes()
                .that()
                .areAssignableTo(FitRound.Outcome.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("an outcome is told, never changed")
                .check(CLASSES);
    }

    @Test
    void transformsAndFitsAreTheirWorkersOwn() {
        noFields()
                .that()
                .areDeclaredInClassesThat(
                        describe(
                                "are transforms or fits",
                                type ->
                                        type.isAssignableTo(Transform.class)
                                                || type.isAssignableTo(FitRound.Fit.class)))
                .and()
                .areNotFinal()
                .should()
                .haveModifier(JavaModifier.STATIC)
                .because("each worker has its own, and nothing static may join them")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("two runs at once must not meet in a variable")
                .check(CLASSES);
    }

    /// A call of one of some methods of a class, from any class but some.
    private static DescribedPredicate<JavaCall<?>> call(
            String what, Class<?> owner, Set<String> methods, String... exceptBy) {
        return describe(
                what,
                (JavaCall<?> call) -> {
                    CodeUnitCallTarget target = call.getTarget();
                    JavaClass caller = call.getOriginOwner();
                    return target.getOwner().isEquivalentTo(owner)
                            && methods.contains(target.getName())
                            && !Set.of(exceptBy).contains(caller.getSimpleName());
                });
    }
}
