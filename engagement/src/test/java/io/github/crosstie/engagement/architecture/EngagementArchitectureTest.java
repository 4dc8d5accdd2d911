package io.github.crosstie.engagement.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.crosstie.engagement.UserSync;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A package uses only those before it; what is stated here is what package-info.java says of each. */
class EngagementArchitectureTest {

    private static final String ROOT = "io.github.crosstie.engagement";
    private static final List<String> ORDER = List.of(
            "user",
            "connector",
            "state",
            "plan",
            "guard",
            "internal.guard",
            "planner",
            "apply",
            "internal.apply",
            "report",
            "memory",
            "legacy",
            "json",
            "api");

    private final JavaClasses module = new ClassFileImporter()
            .importUrl(UserSync.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void packagesUseOnlyEarlierOnes() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ORDER) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
        }
        for (int at = 0; at < ORDER.size(); at++) {
            List<String> later = ORDER.subList(at + 1, ORDER.size());
            layers = later.isEmpty()
                    ? layers.whereLayer(ORDER.get(at)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ORDER.get(at)).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        layers.check(module);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(module);
    }

    @Test
    void onlyJsonAndApiKnowJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".json..", ROOT + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(module);
    }

    @Test
    void onlyApiKnowsTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net..")
                .check(module);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(new BeInNullMarkedPackage()).check(module);
    }

    private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

        BeInNullMarkedPackage() {
            super("be in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is in a package that is not @NullMarked"));
            }
        }
    }
}
